package org.feedside.websub;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Discards a response body, so that the connection can be reused. A body of more than 16 KiB is cancelled instead. */
final class DrainedBody implements BodySubscriber<Void> {
    private static final long MAX_BYTES = 16 << 10;

    private final CompletableFuture<Void> completion = new CompletableFuture<>();
    private Optional<Flow.Subscription> subscription = Optional.empty();
    private long received;

    @Override
    public CompletionStage<Void> getBody() {
        return completion;
    }

    @Override
    public void onSubscribe(Flow.Subscription body) {
        subscription = Optional.of(body);
        body.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        buffers.forEach(buffer -> received += buffer.remaining());
        if (received > MAX_BYTES) {
            subscription.ifPresent(Flow.Subscription::cancel);
            onComplete();
        }
    }

    @Override
    public void onError(Throwable failure) {
        completion.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        // null is the only value of Void.
        completion.complete(null);
    }
}
