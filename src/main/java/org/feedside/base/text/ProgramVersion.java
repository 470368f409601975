package org.feedside.base.text;

import java.util.Optional;

/** The version of this program, from its jar. */
public final class ProgramVersion {
    private ProgramVersion() {}

    public static String current() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }
}
