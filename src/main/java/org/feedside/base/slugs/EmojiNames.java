package org.feedside.base.slugs;

import java.util.Optional;
import net.fellbaum.jemoji.Emoji;
import net.fellbaum.jemoji.EmojiManager;

/** GitHub's names of emoji. The library reads its tables when the first one is asked for. */
public final class EmojiNames {
    private static final String AS_EMOJI = "\uFE0F";

    private EmojiNames() {}

    /** The emoji of a name such as {@code smile}. */
    public static Optional<String> emoji(String name) {
        return EmojiManager.getByGithubAlias(name).map(Emoji::getEmoji);
    }

    /** GitHub's first name of an emoji, else Unicode's, in words. */
    static Optional<String> name(int codePoint) {
        var character = Character.toString(codePoint);
        return EmojiManager.getEmoji(character)
                .or(() -> EmojiManager.getEmoji(character + AS_EMOJI))
                .map(emoji -> emoji.getGithubAliases().stream()
                        .findFirst()
                        .map(alias -> alias.replace(":", "").replace('_', ' '))
                        .orElseGet(emoji::getDescription));
    }
}
