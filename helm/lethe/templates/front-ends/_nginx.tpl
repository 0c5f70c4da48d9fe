{{/* Each header of a list of headers.json; it is sent with refusals, too. */}}
{{- define "front-ends.headers" -}}
{{- range $name, $value := . }}
add_header {{ $name }} {{ $value | quote }} always;
{{- end }}
add_header Cache-Control $lethe_cache always;
{{- end -}}

{{/* Files and headers as the local gateway sends them; both read files/front-ends.json. */}}
{{- define "front-ends.nginx" -}}
{{- $told := .Files.Get "files/front-ends.json" | fromJson -}}
daemon off;
worker_processes 1;
pid /tmp/nginx.pid;
error_log /dev/stderr warn;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  # No log of who came.
  access_log off;
  server_tokens off;
  absolute_redirect off;
  client_body_temp_path /tmp/body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;
  gzip_static on;
  gzip_vary on;
  map "$status$uri" $lethe_cache {
    default {{ $told.cache.other | quote }};
    "~^[23].*{{ $told.cache.forGood }}" {{ $told.cache.hashed | quote }};
  }
  server {
    listen 8080;
    root /srv/lethe;
    index index.html;
    location = / { return 302 /console/; }
    location = /console { return 302 /console/; }
    location ~ /\. { return 404; }
    location /console/ {
      {{- include "front-ends.headers" $told.console | nindent 6 }}
    }
    location ~ ^/(widget|docs)/ {
      {{- include "front-ends.headers" $told.shared | nindent 6 }}
    }
    location / { return 404; }
  }
}
{{- end -}}
