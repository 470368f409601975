package org.feedside.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Markdown of a language that nobody speaks: the same words from the same seed, as long and as varied as real posts. */
final class Prose {
    private static final List<String> STARTS = List.of(
            "b", "br", "d", "dr", "f", "fl", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "sh", "st",
            "t", "tr", "v", "w", "z", "");
    private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u", "ai", "ea", "ou");
    private static final List<String> ENDS = List.of("", "", "l", "m", "n", "r", "s", "t", "nd", "rk", "sh");
    private static final int WORDS = 4000;

    private final List<String> words;
    private final Random random;

    private Prose(List<String> words, Random random) {
        this.words = words;
        this.random = random;
    }

    /** A language of its own for each seed. */
    static Prose language(long seed) {
        var random = new Random(seed);
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < WORDS) {
            var word = new StringBuilder();
            for (int syllables = 1 + random.nextInt(3); syllables > 0; syllables--) {
                word.append(one(STARTS, random)).append(one(VOWELS, random)).append(one(ENDS, random));
            }
            words.add(word.toString());
        }
        return new Prose(List.copyOf(words), random);
    }

    /** Another text in the same language. */
    Prose text(long seed) {
        return new Prose(words, new Random(seed));
    }

    private static String one(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Different words, the commonest last, as a site's tags are none of its commonest words. */
    List<String> rare(int count) {
        return words.subList(words.size() - count, words.size());
    }

    /** Few words are common, and most are rare. */
    String word() {
        var rank = random.nextDouble();
        return words.get((int) (words.size() * rank * rank * rank));
    }

    String title() {
        return capital(several(3 + random.nextInt(4)));
    }

    /** Markdown of about so many characters. */
    String body(int length) {
        var body = new StringBuilder(paragraph());
        while (body.length() < length) {
            body.append("\n\n").append(block());
        }
        return body.append('\n').toString();
    }

    private String block() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> "## " + title() + "\n\n" + paragraph();
            case 2 -> list();
            case 3 -> "> " + sentence() + " " + sentence();
            case 4 -> "```sh\n%s --%s %d\n%s | %s\n```".formatted(word(), word(), random.nextInt(100), word(), word());
            case 5 -> "![%s](https://images.example.org/%s-%s.jpg)".formatted(several(3), word(), word());
            case 6 ->
                "| %s | %s |\n|---|---|\n| %s | %d |\n| %s | %d |"
                        .formatted(word(), word(), several(2), random.nextInt(1000), several(2), random.nextInt(1000));
            default -> paragraph();
        };
    }

    private String list() {
        var items = new ArrayList<String>();
        for (int i = 3 + random.nextInt(3); i > 0; i--) {
            items.add("- " + several(4 + random.nextInt(6)));
        }
        return String.join("\n", items);
    }

    private String paragraph() {
        var sentences = new ArrayList<String>();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            sentences.add(sentence());
        }
        return String.join(" ", sentences);
    }

    private String sentence() {
        var parts = new ArrayList<String>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            parts.add(several(4 + random.nextInt(6)));
        }
        return capital(String.join(", ", parts)) + ".";
    }

    private String several(int count) {
        var several = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            several.add(dressed(word()));
        }
        return String.join(" ", several);
    }

    private String dressed(String word) {
        return switch (random.nextInt(60)) {
            case 0 -> "*" + word + "*";
            case 1 -> "**" + word + "**";
            case 2 -> "`" + word + "`";
            case 3 -> "[%s](https://example.org/%s/%d)".formatted(word, word, random.nextInt(1000));
            default -> word;
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
