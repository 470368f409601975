package org.feedside.publishing;

/** Documents whose number has no bound, so that each is made when somebody asks for it. Used by several threads. */
@FunctionalInterface
public interface OnDemand {
    /** There are none. */
    OnDemand NONE = path -> new Lookup.Nowhere();

    /**
     * What there is at a path.
     *
     * @param path below base_url, without a leading slash, percent-decoded
     */
    Lookup find(String path);

    /** Documents of these, and where there are none, of the others. */
    default OnDemand or(OnDemand others) {
        var these = this;
        return new OnDemand() {
            @Override
            public Lookup find(String path) {
                var finding = these.find(path);
                return finding instanceof Lookup.Nowhere ? others.find(path) : finding;
            }

            @Override
            public boolean isForm(String query) {
                return these.isForm(query) || others.isForm(query);
            }

            @Override
            public Lookup find(String path, String query) {
                var finding = these.find(path, query);
                return finding instanceof Lookup.Nowhere ? others.find(path, query) : finding;
            }
        };
    }

    /**
     * Whether the part of an address behind the question mark was sent by a form that is answered here; what it is
     * otherwise, is nobody's business.
     */
    default boolean isForm(String query) {
        return false;
    }

    /** What a filled-in form at a path asks for. */
    default Lookup find(String path, String query) {
        return find(path);
    }
}
