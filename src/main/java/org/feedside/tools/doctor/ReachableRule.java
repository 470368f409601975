package org.feedside.tools.doctor;

import java.util.List;
import java.util.Optional;

/** Whether the server responds. */
final class ReachableRule implements Rule {
    @Override
    public Optional<List<Remark>> check(Visit visit, Examination all) {
        return Optional.of(
                visit.answer() instanceof FetchResult.Missing missing ? List.of(remark(visit, missing)) : List.of());
    }

    private static Remark remark(Visit visit, FetchResult.Missing missing) {
        var failure = missing.failure();
        return Remark.error(
                "%s cannot be reached: %s%s"
                        .formatted(WebAddress.host(visit.address()), failure.what(), detail(missing)),
                "Readers show an error or nothing new.",
                failure.remedy());
    }

    private static String detail(FetchResult.Missing missing) {
        return switch (missing.failure()) {
            case NO_SUCH_HOST, REFUSED, NO_CONNECTION, CERTIFICATE_EXPIRED, NOT_TLS, NOT_ASKED -> "";
            default -> " (" + missing.detail() + ")";
        };
    }
}
