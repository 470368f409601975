package org.feedside.operating;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.feedside.formats.Json;
import org.feedside.site.Site;

/** The status as JSON. Unknown values are left out. */
final class StatusJson {
    private StatusJson() {}

    static String of(Status status) {
        var json = new LinkedHashMap<String, Object>();
        var refreshes = status.refreshes();
        json.put("state", refreshes.state().toString());
        json.put("summary", status.summary());
        json.put("now", status.now().toString());
        json.put("started", status.started().toString());
        json.put("uptime_seconds", status.uptime().toSeconds());
        json.put("version", status.version());
        json.put("role", status.followed().isPresent() ? "follower" : "publisher");
        status.followed().ifPresent(source -> {
            json.put("follows", source);
            json.put("lag_seconds", status.lag().toSeconds());
        });
        json.put("generation", status.generation());
        refreshes.last().ifPresent(refresh -> json.put("last_refresh", refresh(refresh)));
        refreshes.change().ifPresent(change -> json.put("last_change", change(change)));
        refreshes.lastSuccess().ifPresent(at -> json.put("last_success", at.toString()));
        refreshes.posts().ifPresent(posts -> json.put("posts", posts));
        json.put("documents", status.documents());
        json.put("feeds", status.feeds());
        json.put(
                "problems",
                status.problems().stream().map(p -> problem(p, status)).toList());
        json.put(
                "waiting", refreshes.waiting().stream().map(StatusJson::waiting).toList());
        status.pings().ifPresent(pings -> json.put("pings", pings(pings)));
        var memory = status.memory();
        json.put("memory", Json.object(entry("used_bytes", memory.used()), entry("most_bytes", memory.most())));
        return Json.text(json);
    }

    private static Map<String, Object> refresh(Status.Refreshed refresh) {
        var took = refresh.took().toMillis();
        return Json.object(entry("at", refresh.at().toString()), entry("took_milliseconds", took));
    }

    private static Map<String, Object> change(Status.Change change) {
        var json = refresh(change.refresh());
        json.put("documents", change.documents());
        json.put("some", change.paths());
        return json;
    }

    private static Map<String, Object> problem(KnownProblem known, Status status) {
        var problem = known.problem();
        var json = new LinkedHashMap<String, Object>();
        json.put("severity", problem.severity().toString());
        json.put("code", problem.code().toString());
        json.put("file", problem.place().file());
        json.put("line", problem.place().line());
        json.put("column", problem.place().column());
        json.put("message", problem.message());
        json.put("readers_see", status.readersView(known));
        json.put("since", known.since().toString());
        json.put("age_seconds", status.age(known.since()).toSeconds());
        return json;
    }

    private static Map<String, Object> waiting(Site.ScheduledPost post) {
        return Json.object(
                entry("file", post.file()), entry("until", post.until().toString()));
    }

    private static Map<String, Object> pings(Status.Pings pings) {
        var json = new LinkedHashMap<String, Object>();
        json.put("hub", pings.hub().toString());
        json.put("pending", pings.pending());
        json.put("told", pings.told());
        json.put(
                "refused",
                pings.unwanted().stream()
                        .map(refusal -> Json.object(entry("topic", refusal.topic()), entry("why", refusal.why())))
                        .toList());
        pings.unavailable().ifPresent(why -> json.put("unavailable", why));
        pings.next().ifPresent(next -> json.put("next_try", next.toString()));
        return json;
    }
}
