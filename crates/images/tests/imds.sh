#!/bin/sh
# A metadata service for one request on standard input, as QEMU's user network starts it for each connection.
# imds.sh DIRECTORY: answers with the file that the path names, under DIRECTORY/latest; a directory's `.index` stands
# for the directory itself. Wants a token, as an instance with HttpTokens=required does, and writes down what was asked.

directory=$1
read -r method path _
token=
while read -r header value; do
    header=$(printf %s "$header" | tr A-Z a-z | tr -d '\r')
    case $header in
    '') break ;;
    x-aws-ec2-metadata-token:) token=$(printf %s "$value" | tr -d '\r') ;;
    esac
done
echo "$method $path" >>"$directory/requests"

answer() {
    printf 'HTTP/1.1 %s\r\nContent-Length: %s\r\nConnection: close\r\n\r\n' "$1" "$(wc -c <"$2")"
    cat "$2"
}

if [ -e "$directory/disabled" ]; then
    answer '403 Forbidden' /dev/null
elif [ "$method $path" = 'PUT /latest/api/token' ]; then
    answer '200 OK' "$directory/token"
elif [ "$token" != "$(cat "$directory/token")" ]; then
    answer '401 Unauthorized' /dev/null
elif [ -f "$directory$path" ]; then
    answer '200 OK' "$directory$path"
elif [ -f "${directory}${path}.index" ]; then
    answer '200 OK' "${directory}${path}.index"
else
    answer '404 Not Found' /dev/null
fi
