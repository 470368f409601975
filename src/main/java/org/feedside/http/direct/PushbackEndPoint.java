package org.feedside.http.direct;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/** A socket whose read bytes can be pushed back. Only one thread may read at a time. */
final class PushbackEndPoint extends SocketChannelEndPoint {
    private ByteBuffer unread = BufferUtil.EMPTY_BUFFER;

    PushbackEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** Pushes back the remaining bytes of a buffer; the next read returns them first. */
    void unread(ByteBuffer bytes) {
        unread = ByteBuffer.allocate(bytes.remaining() + unread.remaining())
                .put(bytes)
                .put(unread)
                .flip();
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        if (!unread.hasRemaining()) {
            return super.fill(buffer);
        }
        var filled = BufferUtil.append(buffer, unread);
        if (!unread.hasRemaining()) {
            unread = BufferUtil.EMPTY_BUFFER;
        }
        return filled;
    }
}
