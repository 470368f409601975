package org.feedside.http.client;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.feedside.publishing.Bytes;

/** A body subscriber that reads up to a number of bytes and cancels a longer body. */
public final class LimitedBody implements BodySubscriber<LimitedBody.Body> {
    private final int maxSize;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CompletableFuture<Body> body = new CompletableFuture<>();
    private Optional<Flow.Subscription> subscription = Optional.empty();

    public LimitedBody(int maxSize) {
        this.maxSize = maxSize;
    }

    /**
     * The bytes that were read.
     *
     * @param isCut whether there were more
     */
    public record Body(Bytes bytes, boolean isCut) {}

    @Override
    public CompletionStage<Body> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription source) {
        subscription = Optional.of(source);
        source.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (var buffer : buffers) {
            var part = new byte[Math.min(buffer.remaining(), maxSize - taken.size())];
            buffer.get(part);
            taken.writeBytes(part);
            if (buffer.hasRemaining()) {
                subscription.ifPresent(Flow.Subscription::cancel);
                body.complete(new Body(Bytes.of(taken.toByteArray()), true));
                return;
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(new Body(Bytes.of(taken.toByteArray()), false));
    }
}
