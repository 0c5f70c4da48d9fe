package org.lethe.stack.launch;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/** A process that ends when the test says so. */
final class FakeProcess extends Process {

    private final CompletableFuture<Integer> end = new CompletableFuture<>();

    void end(int code) {
        end.complete(code);
    }

    @Override
    public boolean isAlive() {
        return !end.isDone();
    }

    @Override
    public int exitValue() {
        return end.join();
    }

    @Override
    public CompletableFuture<Process> onExit() {
        return end.thenApply(_ -> this);
    }

    @Override
    public int waitFor() {
        return end.join();
    }

    @Override
    public void destroy() {
        end(143);
    }

    @Override
    public Process destroyForcibly() {
        end(137);
        return this;
    }

    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }
}
