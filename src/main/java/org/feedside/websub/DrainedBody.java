package org.feedside.websub;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Lets a body pass that nobody reads, so that the connection can be used again; a long one is not worth that. */
final class DrainedBody implements BodySubscriber<Void> {
    private static final long MOST_BYTES = 16 << 10;

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private Optional<Flow.Subscription> subscription = Optional.empty();
    private long passed;

    @Override
    public CompletionStage<Void> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Flow.Subscription body) {
        subscription = Optional.of(body);
        body.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        buffers.forEach(buffer -> passed += buffer.remaining());
        if (passed > MOST_BYTES) {
            subscription.ifPresent(Flow.Subscription::cancel);
            onComplete();
        }
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        // The type asks for it: there is no other value of Void.
        end.complete(null);
    }
}
