#!/bin/sh
# The employee directory on debian-12, as user data: nginx before a small application in Flask, which keeps the employees
# and their photos in an SQLite database on the instance's second disk. The disk is formatted only when it is blank, so that
# a twin which is launched from an image of the instance, and is given this script again, finds all of them.
set -eu

data=/srv/employees
app=/opt/employees

# The second disk is the one that isn't below the root file system, whatever the kernel calls it.
root=$(lsblk --noheadings --output PKNAME "$(findmnt --noheadings --output SOURCE /)")
tries=0
until disk=$(lsblk --nodeps --noheadings --paths --output NAME,TYPE | awk -v root="/dev/$root" '$2 == "disk" && $1 != root { print $1; exit }') &&
    [ -n "$disk" ]; do
    tries=$((tries + 1))
    [ $tries -lt 60 ] || { echo "employee directory: no second disk: give one in --block-device-mappings"; exit 1; }
    sleep 1
done
[ -n "$(blkid "$disk")" ] || mkfs.ext4 -q -L employees "$disk"
mkdir -p $data $app
grep -q LABEL=employees /etc/fstab || echo "LABEL=employees $data ext4 defaults,nofail 0 2" >>/etc/fstab
mountpoint -q $data || mount $data

# On a twin all of it is there already.
if ! dpkg-query -W nginx-light gunicorn python3-flask >/dev/null 2>&1; then
    apt-get -q update
    DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install nginx-light gunicorn python3-flask
fi
chown www-data: $data

cat >$app/directory.py <<'END'
"""Employees, each with a name, a title and a photo."""

import sqlite3

from flask import Flask, abort, redirect, render_template_string, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 4 << 20

PAGE = """<!doctype html>
<title>Employees</title>
<style>body { font: 16px sans-serif; margin: 2em } img { width: 64px; height: 64px; object-fit: cover }</style>
<h1>Employees</h1>
{% for id, name, title in employees %}
<form method="post" action="/employees/{{ id }}" enctype="multipart/form-data">
<img src="/employees/{{ id }}/photo" alt=""> <input name="name" value="{{ name }}"> <input name="title" value="{{ title }}">
<input type="file" name="photo" accept="image/*">
<button name="do" value="edit">Save</button> <button name="do" value="remove">Remove</button></form>
{% endfor %}
<form method="post" action="/employees" enctype="multipart/form-data">
<input name="name" placeholder="Name" required> <input name="title" placeholder="Title">
<input type="file" name="photo" accept="image/*"> <button>Add</button></form>
"""


def database():
    connection = sqlite3.connect("/srv/employees/directory.db", timeout=10)
    connection.execute(
        "create table if not exists employees (id integer primary key, name text not null, title text not null, photo blob)"
    )
    return connection


def form():
    """The name, the title and the photo that were sent; the photo is None where there is none."""
    name = request.form.get("name", "").strip()
    if not name:
        abort(400, "an employee needs a name")
    photo = request.files.get("photo")
    return name, request.form.get("title", "").strip(), photo.read() if photo and photo.filename else None


@app.get("/")
def page():
    with database() as employees:
        return render_template_string(PAGE, employees=employees.execute("select id, name, title from employees order by id"))


@app.post("/employees")
def add():
    with database() as employees:
        employees.execute("insert into employees (name, title, photo) values (?, ?, ?)", form())
    return redirect("/", 303)


@app.post("/employees/<int:id_>")
def change(id_):
    with database() as employees:
        if request.form.get("do") == "remove":
            found = employees.execute("delete from employees where id = ?", (id_,))
        else:
            name, title, photo = form()
            # A form without a photo leaves the one that is there.
            found = employees.execute(
                "update employees set name = ?, title = ?, photo = coalesce(?, photo) where id = ?", (name, title, photo, id_)
            )
        if not found.rowcount:
            abort(404)
    return redirect("/", 303)


@app.get("/employees/<int:id_>/photo")
def photo(id_):
    with database() as employees:
        found = employees.execute("select photo from employees where id = ?", (id_,)).fetchone()
    if not found or found[0] is None:
        abort(404)
    return found[0], {"Content-Type": "image/jpeg"}
END

cat >/etc/systemd/system/employees.service <<END
[Unit]
Description=The employee directory
RequiresMountsFor=$data

[Service]
User=www-data
ExecStart=/usr/bin/gunicorn --chdir $app --bind 127.0.0.1:8000 directory:app
Restart=on-failure

[Install]
WantedBy=multi-user.target
END

cat >/etc/nginx/sites-available/default <<'END'
server {
    listen 80 default_server;
    client_max_body_size 4m;
    location / {
        proxy_pass http://127.0.0.1:8000;
        proxy_set_header Host $host;
    }
}
END

systemctl daemon-reload
systemctl enable --quiet --now employees.service
systemctl reload-or-restart nginx
echo "employee directory: ready"
