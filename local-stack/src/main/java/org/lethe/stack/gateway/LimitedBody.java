package org.lethe.stack.gateway;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A body that fails as soon as it is longer than permitted, whatever its headers said. */
final class LimitedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private long passed;
    private @Nullable Handler<Throwable> failed;

    LimitedBody(ReadStream<Buffer> body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    @Override
    public LimitedBody handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler == null ? null : chunk -> pass(chunk, handler));
        return this;
    }

    private void pass(Buffer chunk, Handler<Buffer> handler) {
        passed += chunk.length();
        if (passed <= limit) {
            handler.handle(chunk);
        } else if (failed != null) {
            Handler<Throwable> once = failed;
            failed = null;
            once.handle(new BodyTooLargeException());
        }
    }

    /** Whether it was longer than permitted. */
    boolean exceeded() {
        return passed > limit;
    }

    @Override
    public LimitedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public LimitedBody pause() {
        body.pause();
        return this;
    }

    @Override
    public LimitedBody resume() {
        body.resume();
        return this;
    }

    @Override
    public LimitedBody fetch(long amount) {
        body.fetch(amount);
        return this;
    }

    @Override
    public LimitedBody endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(handler);
        return this;
    }

    /** Says only that it was too large. */
    static final class BodyTooLargeException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
