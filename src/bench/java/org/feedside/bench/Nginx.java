package org.feedside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** nginx, configured to serve files as fast as possible: one worker, precompressed files and no access log. */
final class Nginx {
    private Nginx() {}

    /** Writes the configuration and returns the command that serves a folder. */
    static List<String> configure(String nginx, Path root, Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        var config = folder.resolve("nginx.conf");
        Files.writeString(config, """
                daemon off;
                user %1$s;
                worker_processes 1;
                pid %2$s/nginx.pid;
                error_log %2$s/error.log;
                events { worker_connections 1024; }
                http {
                    access_log off;
                    types { application/atom+xml xml; }
                    sendfile on;
                    tcp_nopush on;
                    keepalive_requests 1000000000;
                    open_file_cache max=100;
                    gzip_static on;
                    client_body_temp_path %2$s/body;
                    proxy_temp_path %2$s/proxy;
                    fastcgi_temp_path %2$s/fastcgi;
                    uwsgi_temp_path %2$s/uwsgi;
                    scgi_temp_path %2$s/scgi;
                    server {
                        listen 127.0.0.1:%3$d;
                        root %4$s;
                    }
                }
                """.formatted(System.getProperty("user.name"), folder, port, root));
        return List.of(nginx, "-p", folder.toString(), "-c", config.toString(), "-e", folder + "/error.log");
    }
}
