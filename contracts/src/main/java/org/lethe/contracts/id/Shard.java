package org.lethe.contracts.id;

import org.lethe.contracts.Sha256;

/** The 64 shards that scopes are spread over; all keys of a shard share a Redis Cluster slot. */
public final class Shard {

    public static final int COUNT = 64;

    private Shard() {}

    /** The hash tag of a shard's keys, such as {@code {s07}}. */
    public static String tag(int shard) {
        return "{s" + digits(shard) + "}";
    }

    /** The shard as it stands in ids and tags: two digits. */
    public static String digits(int shard) {
        if (shard < 0 || shard >= COUNT) {
            throw new IllegalArgumentException("shard out of range: " + shard);
        }
        return (shard < 10 ? "0" : "") + shard;
    }

    /** The shard that state of an account lives on which belongs to no scope. */
    public static int of(AccountId account) {
        return Math.floorMod(account.value().hashCode(), COUNT);
    }

    /** The same for the same seed, for an id that is derived. */
    public static int of(String seed) {
        byte[] digest = Sha256.of("shard:" + seed);
        return digest[0] & (COUNT - 1);
    }
}
