#!/bin/sh
# The employee directory on fogbank-tiny, as user data: a page that lists, adds, edits and removes employees with a photo.
# It keeps them on the instance's second disk, which it formats only when that is blank, so that a twin which is launched
# from an image of the instance, and is given this script again, finds all of them.
set -eu

data=/srv/employees
web=/srv/www

tries=0
until [ -b /dev/vdb ]; do
    tries=$((tries + 1))
    [ $tries -lt 60 ] || { echo "employee directory: no second disk: give one in --block-device-mappings"; exit 1; }
    sleep 1
done
[ -n "$(blkid /dev/vdb)" ] || mkfs.ext4 -q -L employees /dev/vdb
mkdir -p $data $web/cgi-bin
mount /dev/vdb $data

cat >$web/index.html <<'END'
<!doctype html>
<meta http-equiv="refresh" content="0; url=/cgi-bin/employees">
END

cat >$web/cgi-bin/employees <<'END'
#!/bin/sh
# GET: the page. POST with do=add|edit|remove and id, name, title: changes, and goes back to the page.
data=/srv/employees

# answer STATUS [HEADER]
answer() {
    printf 'Status: %s\r\nContent-Type: text/html; charset=utf-8\r\n' "$1"
    [ -z "${2:-}" ] || printf '%s\r\n' "$2"
    printf '\r\n'
}

refuse() {
    answer '400 Bad Request'
    echo "$1"
    exit 0
}

# field NAME: of the form in $form, decoded. At most a line: nothing of it gets past its end.
field() {
    value=$(printf %s "$form" | tr '&' '\n' | sed -n "s/^$1=//p" | head -n 1)
    httpd -d "$value" | tr -d '\r' | head -n 1
}

escape() {
    sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/"/\&quot;/g' "$1"
}

employee() {
    id=$(field id)
    case $id in '' | *[!0-9]*) refuse "no such employee" ;; esac
    [ -d $data/$id ] || refuse "no such employee"
}

save() {
    name=$(field name) title=$(field title)
    [ -n "$name" ] || refuse "an employee needs a name"
    printf '%s\n' "$name" >$data/$1/name
    printf '%s\n' "$title" >$data/$1/title
    sync
}

if [ "$REQUEST_METHOD" = POST ]; then
    [ "${CONTENT_LENGTH:-0}" -le 4096 ] || refuse "too long"
    form=$(head -c "${CONTENT_LENGTH:-0}")
    case $(field do) in
    add)
        # Two at once get two numbers: only one can make the directory.
        id=1
        until mkdir $data/$id 2>/dev/null; do
            id=$((id + 1))
        done
        save $id
        ;;
    edit) employee && save "$id" ;;
    remove) employee && rm -r "$data/${id:?}" && sync ;;
    *) refuse "nothing to do" ;;
    esac
    answer '303 See Other' 'Location: /cgi-bin/employees'
    exit 0
fi

answer '200 OK'
cat <<'PAGE'
<!doctype html>
<title>Employees</title>
<style>body { font: 16px sans-serif; margin: 2em } img { width: 64px; height: 64px; object-fit: cover }</style>
<script>
function photo(id, input) {
  fetch('/cgi-bin/photo?' + id, { method: 'POST', body: input.files[0] }).then(() => location.reload());
}
</script>
<h1>Employees</h1>
PAGE
for directory in $(ls $data | grep -x '[0-9]*' | sort -n); do
    [ -e $data/$directory/name ] || continue
    name=$(escape $data/$directory/name) title=$(escape $data/$directory/title)
    cat <<PAGE
<form method="post"><input type="hidden" name="id" value="$directory">
<img src="/cgi-bin/photo?$directory" alt=""> <input name="name" value="$name"> <input name="title" value="$title">
<button name="do" value="edit">Save</button> <button name="do" value="remove">Remove</button>
<input type="file" accept="image/*" onchange="photo($directory, this)"></form>
PAGE
done
cat <<'PAGE'
<form method="post"><input name="name" placeholder="Name" required> <input name="title" placeholder="Title">
<button name="do" value="add">Add</button></form>
PAGE
END

cat >$web/cgi-bin/photo <<'END'
#!/bin/sh
# GET ?ID: the photo. POST ?ID with a photo as the body: keeps it. Up to 4 MiB.
data=/srv/employees
id=$QUERY_STRING
refuse() {
    printf 'Status: %s\r\nContent-Type: text/plain\r\n\r\n%s\n' "$1" "$2"
    exit 0
}
case $id in '' | *[!0-9]*) refuse '404 Not Found' "no such employee" ;; esac
[ -d "$data/$id" ] || refuse '404 Not Found' "no such employee"
if [ "$REQUEST_METHOD" = POST ]; then
    [ "${CONTENT_LENGTH:-0}" -le 4194304 ] || refuse '413 Payload Too Large' "a photo has 4 MiB at most"
    head -c "${CONTENT_LENGTH:-0}" >"$data/$id/photo.$$"
    mv "$data/$id/photo.$$" "$data/$id/photo"
    sync
    refuse '200 OK' kept
fi
[ -e "$data/$id/photo" ] || refuse '404 Not Found' "no photo"
printf 'Status: 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: %s\r\n\r\n' "$(wc -c <"$data/$id/photo")"
cat "$data/$id/photo"
END
chmod 755 $web/cgi-bin/*

httpd -h $web
echo "employee directory: ready"
