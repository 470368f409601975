package org.feedside.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Generates Markdown of invented words, as long and as varied as real posts. The same seed generates the same text. */
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

    /** Returns a generator with a vocabulary that depends on the seed. */
    static Prose language(long seed) {
        var random = new Random(seed);
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < WORDS) {
            var word = new StringBuilder();
            for (int syllables = 1 + random.nextInt(3); syllables > 0; syllables--) {
                word.append(choice(STARTS, random))
                        .append(choice(VOWELS, random))
                        .append(choice(ENDS, random));
            }
            words.add(word.toString());
        }
        return new Prose(List.copyOf(words), random);
    }

    /** Returns a generator of another text with the same vocabulary. */
    Prose text(long seed) {
        return new Prose(words, new Random(seed));
    }

    private static String choice(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The rarest words of the vocabulary, as the tags of a site are not its most common words. */
    List<String> rare(int count) {
        return words.subList(words.size() - count, words.size());
    }

    /** Returns a random word: a few words are common, most are rare. */
    String word() {
        var rank = random.nextDouble();
        return words.get((int) (words.size() * rank * rank * rank));
    }

    String title() {
        return capitalized(words(3 + random.nextInt(4)));
    }

    /** Returns Markdown of about the given number of characters. */
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
            case 5 -> "![%s](https://images.example.org/%s-%s.jpg)".formatted(words(3), word(), word());
            case 6 ->
                "| %s | %s |\n|---|---|\n| %s | %d |\n| %s | %d |"
                        .formatted(word(), word(), words(2), random.nextInt(1000), words(2), random.nextInt(1000));
            default -> paragraph();
        };
    }

    private String list() {
        var items = new ArrayList<String>();
        for (int i = 3 + random.nextInt(3); i > 0; i--) {
            items.add("- " + words(4 + random.nextInt(6)));
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
            parts.add(words(4 + random.nextInt(6)));
        }
        return capitalized(String.join(", ", parts)) + ".";
    }

    private String words(int count) {
        var chosen = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            chosen.add(withMarkup(word()));
        }
        return String.join(" ", chosen);
    }

    private String withMarkup(String word) {
        return switch (random.nextInt(60)) {
            case 0 -> "*" + word + "*";
            case 1 -> "**" + word + "**";
            case 2 -> "`" + word + "`";
            case 3 -> "[%s](https://example.org/%s/%d)".formatted(word, word, random.nextInt(1000));
            default -> word;
        };
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
