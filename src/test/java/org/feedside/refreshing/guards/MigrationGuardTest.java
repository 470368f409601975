package org.feedside.refreshing.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedside.refreshing.guards.MigrationGuard.Verdict;
import org.feedside.testing.RowSource;
import org.feedside.testing.Rows;
import org.junit.jupiter.params.ParameterizedTest;

class MigrationGuardTest {
    @ParameterizedTest
    @RowSource("moving-guard")
    void only_a_publication_that_shows_most_posts_again_is_refused(Rows.Row row) {
        var verdict = MigrationGuard.judge(
                posts(row.words(0)), posts(row.words(1)), row.text(2).equals("moved"));

        assertThat(text(verdict)).isEqualTo(row.text(3));
    }

    private static List<KnownPost> posts(List<String> words) {
        return words.stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.split("[@=]", -1))
                .map(parts -> new KnownPost(
                        Optional.of(parts[0]).filter(file -> !file.equals("-")), Set.of(parts[1]), parts[2]))
                .toList();
    }

    private static String text(Verdict verdict) {
        if (verdict instanceof Verdict.LostIds lost) {
            return String.valueOf(lost.posts().size());
        }
        return verdict instanceof Verdict.Allowed ? "fine" : "other";
    }
}
