package org.feedside.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.feedside.publishing.Bytes;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;

/** What a reader keeps of one feed, and what must be true of each answer that follows. */
final class Copy {
    private final String path;
    private final Map<String, String> fields;
    private Optional<String> tag = Optional.empty();
    private Optional<Instant> modified = Optional.empty();

    Copy(String path, Map<String, String> fields) {
        this.path = path;
        this.fields = fields;
    }

    String path() {
        return path;
    }

    /** The fields of the next request. */
    Map<String, String> fields() {
        var all = new LinkedHashMap<>(fields);
        tag.ifPresent(t -> all.put("If-None-Match", t));
        return all;
    }

    /** Takes an answer; tells what is wrong with it, if something is. */
    Optional<String> take(Connection.Answer answer) {
        var fault = fault(answer);
        tag = answer.field("ETag").or(() -> tag);
        return fault.map(what -> "%s: %d, %s; %s".formatted(path, answer.status(), what, answer.fields()));
    }

    private Optional<String> fault(Connection.Answer answer) {
        if (answer.status() != 200 && answer.status() != 304) {
            return Optional.of("neither 200 nor 304");
        }
        var says = answer.field("ETag");
        var date = answer.field("Last-Modified").flatMap(Copy::date);
        if (says.isEmpty() || date.isEmpty()) {
            return Optional.of("no validators");
        }
        if (modified.filter(date.get()::isBefore).isPresent()) {
            return Optional.of("Last-Modified was %s before".formatted(modified.get()));
        }
        if ((answer.status() == 304) != says.equals(tag)) {
            return Optional.of("the reader had " + tag);
        }
        if (answer.status() == 200 && modified.equals(date)) {
            return Optional.of("other bytes with the same Last-Modified");
        }
        modified = date;
        return answer.status() == 304 ? Optional.empty() : faultOfBody(answer, says.get());
    }

    private Optional<String> faultOfBody(Connection.Answer answer, String says) {
        try {
            var sent = Bytes.of(answer.bytes());
            var isCoded = answer.field("Content-Encoding").isPresent();
            var plain = isCoded ? Bytes.of(new GZIPInputStream(sent.toStream()).readAllBytes()) : sent;
            var expected = plain.digest() + (isCoded ? "." + sent.digest().substring(0, 8) : "");
            if (!says.equals('"' + expected + '"')) {
                return Optional.of("these bytes have the tag " + expected);
            }
            parse(plain.toArray());
            return Optional.empty();
        } catch (IOException | SAXException | ParserConfigurationException | JacksonException e) {
            return Optional.of("malformed: " + e);
        }
    }

    private void parse(byte[] document) throws IOException, SAXException, ParserConfigurationException {
        if (path.endsWith(".json")) {
            try (var parser = JsonFactory.builder()
                    .build()
                    .createParser(tools.jackson.core.ObjectReadContext.empty(), document)) {
                var token = parser.nextToken();
                while (token != null) {
                    token = parser.nextToken();
                }
            }
        } else {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            builder.parse(new ByteArrayInputStream(document));
        }
    }

    private static Optional<Instant> date(String field) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(field, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
