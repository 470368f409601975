package org.feedside.markup.dialect;

import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.PostProcessor;
import org.feedside.base.slugs.EmojiNames;

/** GitHub's names of emoji, as {@code :smile:} (zola.md, section 10.4). The first one loads the library's table. */
final class Emoji implements Parser.ParserExtension, PostProcessor {
    private static final Pattern NAME = Pattern.compile(":([a-z0-9_+-]{1,40}):");

    @Override
    public void extend(Parser.Builder builder) {
        builder.postProcessor(this);
    }

    @Override
    public Node process(Node document) {
        for (var text : NodeTrees.all(document, Text.class)) {
            if (text.getLiteral().indexOf(':') >= 0) {
                text.setLiteral(replaceNames(text.getLiteral()));
            }
        }
        return document;
    }

    private static String replaceNames(String text) {
        var replaced = new StringBuilder();
        var matcher = NAME.matcher(text);
        var done = 0;
        // The last colon of an unknown name may start the next name.
        for (var from = 0; matcher.find(from); ) {
            var emoji = EmojiNames.emoji(matcher.group(1));
            if (emoji.isPresent()) {
                replaced.append(text, done, matcher.start()).append(emoji.get());
                done = matcher.end();
                from = done;
            } else {
                from = matcher.end() - 1;
            }
        }
        return done == 0 ? text : replaced.append(text, done, text.length()).toString();
    }
}
