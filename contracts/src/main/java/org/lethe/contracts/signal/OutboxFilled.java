package org.lethe.contracts.signal;

import org.lethe.contracts.id.Shard;

/** The outbox of a shard has something new. */
public record OutboxFilled(int shard) implements Signal {

    @Override
    public byte[] bytes() {
        return Words.write(Shard.digits(shard));
    }

    public static OutboxFilled parse(byte[] bytes) {
        return new OutboxFilled(Integer.parseInt(Words.read(bytes, 1)[0]));
    }
}
