package org.lethe.runtime.stream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Writes an answer, and waits while its client takes nothing; deaf to the connection's end. */
final class SlowlyTaken extends OutputStream {

    private final HttpServerResponse response;
    private final CountDownLatch waits;
    private final Semaphore drained = new Semaphore(0);

    SlowlyTaken(HttpServerResponse response, CountDownLatch waits) {
        this.response = response;
        this.waits = waits;
        response.drainHandler(_ -> drained.release());
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        while (response.writeQueueFull()) {
            await();
        }
        var _ = response.write(Buffer.buffer().appendBytes(bytes, from, length));
    }

    @Override
    public void close() {
        if (!response.ended()) {
            var _ = response.end();
        }
    }

    private void await() throws IOException {
        waits.countDown();
        try {
            drained.acquire();
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException().initCause(e);
        }
    }
}
