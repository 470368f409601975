package org.feedside.tools.doctor;

import java.util.List;
import java.util.Optional;

/** A check of one aspect of a visit. */
interface Rule {
    /** Returns the problems; empty if this visit does not show whether there are any. */
    Optional<List<Remark>> check(Visit visit, Examination all);
}
