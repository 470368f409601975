package org.feedside.tools.doctor;

import java.util.List;
import java.util.Optional;

/** One subject that a visit is judged by. */
interface Rule {
    /** What is wrong; empty if this visit cannot tell. */
    Optional<List<Remark>> look(Visit visit, Examination all);
}
