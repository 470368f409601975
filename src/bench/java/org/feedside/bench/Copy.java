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
import tools.jackson.databind.json.JsonMapper;

/** A reader's copy of one feed. It checks that each response is consistent with the previous ones. */
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

    /** The header fields of the next request. */
    Map<String, String> fields() {
        var all = new LinkedHashMap<>(fields);
        tag.ifPresent(t -> all.put("If-None-Match", t));
        return all;
    }

    /** Updates the copy with a response. Returns a description of the fault if the response is wrong. */
    Optional<String> update(Connection.Response response) {
        var fault = fault(response);
        tag = response.field("ETag").or(() -> tag);
        return fault.map(what -> "%s: %d, %s; %s".formatted(path, response.status(), what, response.fields()));
    }

    private Optional<String> fault(Connection.Response response) {
        if (response.status() != 200 && response.status() != 304) {
            return Optional.of("neither 200 nor 304");
        }
        var newTag = response.field("ETag");
        var date = response.field("Last-Modified").flatMap(Copy::date);
        if (newTag.isEmpty() || date.isEmpty()) {
            return Optional.of("no validators");
        }
        if (modified.filter(date.get()::isBefore).isPresent()) {
            return Optional.of("Last-Modified is older than the previous one, %s".formatted(modified.get()));
        }
        if ((response.status() == 304) != newTag.equals(tag)) {
            return Optional.of("the reader sent " + tag);
        }
        if (response.status() == 200 && modified.equals(date)) {
            return Optional.of("the bytes changed, but not Last-Modified");
        }
        modified = date;
        return response.status() == 304 ? Optional.empty() : faultOfBody(response, newTag.get());
    }

    private Optional<String> faultOfBody(Connection.Response response, String newTag) {
        try {
            var sent = Bytes.of(response.bytes());
            var isCoded = response.field("Content-Encoding").isPresent();
            var plain = isCoded ? Bytes.of(new GZIPInputStream(sent.toStream()).readAllBytes()) : sent;
            var expected = plain.digest() + (isCoded ? "." + sent.digest().substring(0, 8) : "");
            if (!newTag.equals('"' + expected + '"')) {
                return Optional.of("the tag of these bytes is " + expected);
            }
            parse(plain.toArray());
            return Optional.empty();
        } catch (IOException | SAXException | ParserConfigurationException | JacksonException e) {
            return Optional.of("malformed: " + e);
        }
    }

    private void parse(byte[] document) throws IOException, SAXException, ParserConfigurationException {
        if (path.endsWith(".json")) {
            JsonMapper.shared().readTree(document);
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
