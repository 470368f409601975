package org.feedside.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/** A socket to which bytes that were read can be given back. Like all reading, it is for one thread at a time. */
final class PushbackEndPoint extends SocketChannelEndPoint {
    private ByteBuffer unread = BufferUtil.EMPTY_BUFFER;

    PushbackEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** The next that is read is what remains in this buffer. */
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
