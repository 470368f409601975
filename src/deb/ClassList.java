import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Lists the classes that the commands load; the installation of the package creates an archive of them. The commands are
 * check, build, and serve with some requests, for a copy of the sample:
 * {@code java ClassList.java RUNTIME JAR BROTLI SAMPLE LIST}
 */
final class ClassList {
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/");
    private static final long TIMEOUT_SECONDS = 120;

    private final List<String> java;
    private final Path work;
    private int runs;

    private ClassList(List<String> java, Path work) {
        this.java = java;
        this.work = work;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var paths = List.of(arguments).stream().map(Path::of).toList();
        var work = Files.createTempDirectory("feedside-classes");
        try {
            var java = List.of(
                    paths.get(0).resolve("bin/java").toString(),
                    "-Dbrotli4j.library.path=" + paths.get(2),
                    "-jar",
                    paths.get(1).toString());
            var site = work.resolve("site");
            copy(paths.get(3), site);
            var list = new ClassList(java, work);
            list.run("--version");
            list.run("check", site.toString());
            list.run("build", site.toString());
            list.serve(site);
            Files.write(paths.get(4), list.classes());
        } finally {
            delete(work);
        }
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        var process = start(arguments);
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw failed(arguments[0]);
        }
    }

    private void serve(Path site) throws IOException, InterruptedException {
        var service = start("serve", site.toString(), "--port", "0");
        try {
            // The log names the address of the operator's pages first, and the address of the feeds once the posts are
            // read.
            var operator = address(service, "/status");
            var feeds = address(service, "/atom.xml");
            for (var path : List.of(
                    "/atom.xml",
                    "/rss.xml",
                    "/feed.json",
                    "/feeds.opml",
                    "/feeds/",
                    "/feeds/all",
                    "/tags/weather/atom.xml",
                    "/tags/-weather/atom.xml",
                    "/none")) {
                var tag = request(feeds + path, "Accept-Encoding", "gzip");
                request(feeds + path, "If-None-Match", tag);
                request(feeds + path, "Accept-Encoding", "br");
            }
            for (var path : List.of("/status", "/polls", "/metrics", "/healthz")) {
                request(operator + path, "Accept", "text/html");
            }
            var tag = request(feeds + "/atom.xml", "Accept", "*/*");
            Files.writeString(
                    site.resolve("content/posts/later.md"), "+++\ntitle = \"Later\"\ndate = 2025-06-21\n+++\nText\n");
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
            while (request(feeds + "/atom.xml", "Accept", "*/*").equals(tag)) {
                if (System.nanoTime() > deadline) {
                    throw failed("an edit");
                }
                Thread.sleep(50);
            }
            request(feeds + "/atom.xml", "A-IM", "feed");
        } finally {
            service.destroy();
            if (!service.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
        }
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(java);
        command.add(1, "-XX:DumpLoadedClassList=" + work.resolve(++runs + ".classes"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private String address(Process service, String path) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (service.isAlive() && System.nanoTime() < deadline) {
            for (var line : Files.readAllLines(log())) {
                var found = ADDRESS.matcher(line);
                if (line.contains(path) && found.find()) {
                    return found.group(1);
                }
            }
            Thread.sleep(50);
        }
        throw failed("serve");
    }

    /** Sends a request with one header field and returns the entity tag of the response. */
    private static String request(String address, String field, String value) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address)).header(field, value).build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        return response.headers().firstValue("ETag").orElse("none");
    }

    /**
     * The lines of all runs, sorted, as threads load classes in any order. Lines about lambdas, which begin with @, come
     * last.
     */
    private TreeSet<String> classes() throws IOException {
        var all = new TreeSet<String>(Comparator.<String, Boolean>comparing(line -> line.startsWith("@"))
                .thenComparing(Comparator.naturalOrder()));
        for (int run = 1; run <= runs; run++) {
            for (var line : Files.readAllLines(work.resolve(run + ".classes"))) {
                // Later JDKs number the classes of a list, and the numbers of several lists clash. Lines with a
                // source, for classes of other loaders, need these numbers.
                if (!line.startsWith("#") && !line.contains(" source: ")) {
                    all.add(line.replaceFirst(" id: \\d+$", ""));
                }
            }
        }
        return all;
    }

    private Path log() {
        return work.resolve("log");
    }

    private IOException failed(String what) throws IOException {
        return new IOException(what + " failed: " + Files.readString(log()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
