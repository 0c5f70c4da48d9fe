package org.lethe.runtime.stream;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An answer that is written as fast as its client takes it, and ends at once with its stream. If it
 * fails after its head was sent, its connection breaks: nobody shall take a part for the whole.
 */
public final class StreamedAnswer implements StreamingOutput {

    private final ClientStream client;
    private final HttpServerResponse answer;
    private final Body body;

    public StreamedAnswer(ClientStream client, HttpServerResponse answer, Body body) {
        this.client = client;
        this.answer = answer;
        this.body = body;
    }

    /** Writes the answer; need not close what it writes to. */
    @FunctionalInterface
    public interface Body {
        void write(OutputStream out) throws IOException;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        boolean isWhole = false;
        try {
            body.write(new Watched(out));
            // What is buffered waits for the client too.
            client.whileWaiting(out::close);
            isWhole = true;
        } finally {
            if (!isWhole && answer.headWritten()) {
                client.end();
            }
        }
    }

    /** Each write is ended with the stream. */
    private final class Watched extends OutputStream {

        private final OutputStream out;

        private Watched(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            client.whileWaiting(() -> out.write(one));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            client.whileWaiting(() -> out.write(bytes, from, length));
        }

        @Override
        public void flush() throws IOException {
            client.whileWaiting(out::flush);
        }

        /** The answer is closed when its body was written. */
        @Override
        public void close() {}
    }
}
