package org.feedside.publishing;

/** Documents whose number has no bound, so that each is made when somebody asks for it. Used by several threads. */
@FunctionalInterface
public interface OnDemand {
    /** There are none. */
    OnDemand NONE = path -> new Finding.Nowhere();

    /**
     * What there is at a path.
     *
     * @param path below base_url, without a leading slash, percent-decoded
     */
    Finding find(String path);
}
