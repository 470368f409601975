"""Starts the service and the web servers in front of it, and sends requests to them, for the checks with other programs."""

import getpass
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIMEOUT = 60

# $sent_http_etag is the tag that the reader received: nginx may have weakened the tag of the service.
NGINX = """
daemon off;
{user}
pid {home}/nginx.pid;
error_log {home}/error.log;
events {{ }}
http {{
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    proxy_cache_path {home}/cache keys_zone=feeds:1m;
    log_format readers '$status|$http_if_none_match|$http_if_modified_since|$sent_http_etag|$http_user_agent';
    access_log {home}/access.log readers;
    {servers}
}}
"""
SERVER = "server {{ listen 127.0.0.1:{port}; {extra}\n{block} }}\n"
APACHE = """
ServerRoot {home}
ServerName localhost
PidFile {home}/apache.pid
ErrorLog {home}/error.log
Mutex file:{home}
{user}
{modules}
{outside}
Listen 127.0.0.1:{port}
<VirtualHost 127.0.0.1:{port}>
    DocumentRoot {site_files}
    {inside}
</VirtualHost>
"""
MODULES = Path("/usr/lib/apache2/modules")
APACHE_MODULES = "mpm_event authz_core alias dir headers rewrite proxy proxy_http proxy_balancer slotmem_shm lbmethod_byrequests".split()


def run(name, check):
    """Runs a check with a temporary folder; stops all processes that it started and removes the folder."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped by SIGTERM"))
    # All servers are on this machine, so ignore the proxies that the environment names.
    for variable in [variable for variable in os.environ if variable.lower().endswith("_proxy")]:
        del os.environ[variable]
    os.environ["PATH"] += ":/usr/sbin"

    with tempfile.TemporaryDirectory(prefix=f"feedside-{name}-") as folder:
        processes = Processes(Path(folder))
        try:
            check(Path(folder), processes)
        finally:
            processes.stop_all()


class Response:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    def __getitem__(self, name):
        return self.headers.get(name)


# Programs


def feedside(processes, *arguments):
    command = ["java", "-jar", str(ROOT / "target/feedside.jar"), "serve"]
    return processes.start("feedside", *command, *map(str, arguments))


def nginx(folder, processes, servers, port):
    """Starts nginx with blocks of its configuration, one of which listens on the port."""
    home = folder / "nginx"
    home.mkdir(exist_ok=True)
    user = f"user {getpass.getuser()};" if os.geteuid() == 0 else ""
    (home / "nginx.conf").write_text(NGINX.format(home=home, user=user, servers=servers))
    process = processes.start(
        "nginx", "nginx", "-p", str(home), "-c", str(home / "nginx.conf"), "-e", str(home / "error.log")
    )
    until("nginx responds", lambda: listens(port))
    return process


def caddy(folder, processes, front, port, site, site_files):
    home = folder / "caddy"
    home.mkdir(exist_ok=True)
    block = set_up(documented("caddyfile"), port, site)
    block = once(block, "blog.example.org {", f"http://127.0.0.1:{front} {{\n    bind 127.0.0.1")
    block = once(block, "/srv/my-site/public", str(site_files))
    (home / "Caddyfile").write_text("{\n    admin off\n}\n" + block)
    environment = {"XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home), "HOME": str(home)}
    command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(home / "Caddyfile")]
    process = processes.start("caddy", *command, environment=environment)
    until("Caddy responds", lambda: status(front, "/") is not None)
    return process


def apache(folder, processes, front, standby, port, site, site_files):
    home = folder / "apache"
    home.mkdir(exist_ok=True)
    block = set_up(documented("apache"), port, site)
    outside, inside = block.replace("127.0.0.1:8079", f"127.0.0.1:{standby}").split("# In the <VirtualHost> of blog.example.org.\n")
    user = ""
    if os.geteuid() == 0:
        # Apache does not serve as root, so its user must be able to read the files.
        user = "User www-data\nGroup www-data"
        for path in [folder, home]:
            path.chmod(0o755)
    # On some systems, some of the modules are built into Apache.
    modules = "".join(
        f"LoadModule {name}_module {MODULES}/mod_{name}.so\n" for name in APACHE_MODULES if (MODULES / f"mod_{name}.so").exists()
    )
    (home / "apache.conf").write_text(
        APACHE.format(home=home, user=user, modules=modules, outside=outside, inside=inside, port=front, site_files=site_files)
    )
    process = processes.start("apache2", "apache2", "-d", str(home), "-f", str(home / "apache.conf"), "-D", "FOREGROUND")
    until("Apache responds", lambda: status(front, "/") is not None)
    return process


class Processes:
    """The processes that a check started; stops these only."""

    def __init__(self, folder):
        self.folder = folder
        self.running = {}

    def start(self, name, *command, environment={}):
        log = self.folder / f"{name}.log"
        with log.open("ab") as out:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, env=os.environ | environment
            )
        self.running[process] = log
        RUNNING[process] = log
        return process

    def stop(self, process):
        RUNNING.pop(process, None)
        self.running.pop(process)
        process.terminate()
        try:
            process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def kill(self, process):
        """Ends a process as a power failure does."""
        RUNNING.pop(process, None)
        self.running.pop(process)
        process.kill()
        process.wait()

    def stop_all(self):
        for process in list(self.running):
            self.stop(process)


class Newsboat:
    """The reader newsboat, with its own settings, cache and feeds."""

    def __init__(self, home, feeds):
        self.home = home
        home.mkdir()
        (home / "urls").write_text("".join(f"{feed}\n" for feed in feeds))
        (home / "config").write_text("auto-reload no\nrefresh-on-startup no\nreload-threads 1\n")

    def run(self, *commands):
        arguments = ["-u", self.home / "urls", "-C", self.home / "config", "-c", self.home / "cache.db"]
        environment = os.environ | {"HOME": str(self.home), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            ["newsboat", *map(str, arguments), "-x", *commands],
            env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=TIMEOUT, check=False,
        )
        if done.returncode != 0:
            fail("newsboat " + " ".join(commands), "exit code 0", f"{done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout

    def unread(self):
        return int(re.search(r"\d+", self.run("print-unread")).group())


# Helpers

RUNNING = {}


def has(tool):
    installed = shutil.which(tool) is not None
    if not installed and tool not in REPORTED:
        REPORTED.add(tool)
        print(f"skipped: {tool} is not installed")
    return installed


REPORTED = set()


def documented(language, file="src/docs/servers.md"):
    """Returns the first block of code in a language from a file of the documentation."""
    return re.search(rf"^```{language}\n(.*?)^```$", (ROOT / file).read_text(), re.M | re.S).group(1)


def set_up(block, port, site):
    """Returns a documented block with the port and the folder of a site."""
    for example in ["127.0.0.1:8080", "/srv/my-site/feeds"]:
        if example not in block:
            fail("the documented block", example, block)
    return block.replace("127.0.0.1:8080", f"127.0.0.1:{port}").replace("/srv/my-site/feeds", str(site / "feeds"))


def once(text, old, new):
    if text.count(old) != 1:
        fail("the documented block", f"`{old}` once", text)
    return text.replace(old, new)


def free_ports(count):
    """Returns free ports whose next port is free too, for the operator's pages."""
    sockets, ports = [], []
    while len(ports) < count:
        sockets.append(socket.create_server(("127.0.0.1", 0)))
        port = sockets[-1].getsockname()[1]
        try:
            sockets.append(socket.create_server(("127.0.0.1", port + 1)))
            ports.append(port)
        except (OSError, OverflowError):
            continue
    for s in sockets:
        s.close()
    return ports


def get(port, path, headers={}):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
    try:
        connection.request("GET", path, headers={"User-Agent": "readers"} | headers)
        return Response(connection.getresponse())
    finally:
        connection.close()


def status(port, path):
    try:
        return get(port, path).status
    except OSError:
        return None


def listens(port):
    try:
        socket.create_connection(("127.0.0.1", port), TIMEOUT).close()
        return True
    except OSError:
        return False


def until(what, condition):
    end = time.monotonic() + TIMEOUT
    while not condition():
        for process, log in list(RUNNING.items()):
            if process.poll() is not None:
                fail(what, f"a running {log.stem}", f"exit code {process.returncode}: {log.read_text()[-3000:]}")
        if time.monotonic() > end:
            logs = "\n".join(log.read_text()[-2000:] for log in RUNNING.values())
            fail(what, f"within {TIMEOUT} s", f"not yet\n{logs}")
        time.sleep(0.05)


def expect(what, actual, expected, show=True):
    if actual != expected:
        fail(what, expected, actual)
    print(f"{what}: {actual}" if show else f"{what}: as expected")


def either(what, actual, *expected):
    if actual not in expected:
        fail(what, " or ".join(map(str, expected)), actual)
    print(f"{what}: {actual}")


def fail(what, expected, actual):
    sys.stdout.flush()
    sys.exit(f"FAILED {what}\n  expected: {expected}\n  actual:   {actual}")
