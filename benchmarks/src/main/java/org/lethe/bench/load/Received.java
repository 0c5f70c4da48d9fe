package org.lethe.bench.load;

/**
 * What a client was sent.
 *
 * @param frames how many
 * @param bytes of all of them; as many as characters, since visitors here have plain names
 */
public record Received(long frames, long bytes) {

    public static final Received NOTHING = new Received(0, 0);

    public Received plus(Received other) {
        return new Received(frames + other.frames, bytes + other.bytes);
    }

    /** What came from an earlier moment to this one. */
    public Received since(Received before) {
        return new Received(frames - before.frames, bytes - before.bytes);
    }
}
