package org.lethe.acceptance.forensics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One pass over bytes that come piece by piece: of the pieces before, as much is kept as a needle
 * or the beginning of a gzip member may need.
 */
final class HaystackPass implements AutoCloseable {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** Eight bytes that are one. */
    private static final long ONES = 0x0101010101010101L;

    private final Haystack haystack;
    private final Set<Needle> found;
    private final boolean inflates;
    private final List<GzipMember> members = new ArrayList<>();
    private byte[] window = new byte[0];
    private int kept;

    HaystackPass(Haystack haystack, Set<Needle> found) {
        this(haystack, found, true);
    }

    private HaystackPass(Haystack haystack, Set<Needle> found, boolean inflates) {
        this.haystack = haystack;
        this.found = found;
        this.inflates = inflates;
    }

    /** For what comes out of a gzip member; what is packed twice is not unpacked twice. */
    static HaystackPass insideMember(Haystack haystack, Set<Needle> found) {
        return new HaystackPass(haystack, found, false);
    }

    void take(byte[] bytes, int from, int length) {
        members.removeIf(member -> !member.take(bytes, from, length));
        int filled = kept + length;
        if (window.length < filled) {
            window = Arrays.copyOf(window, filled);
        }
        System.arraycopy(bytes, from, window, kept, length);
        haystack.match(window, kept, filled, found);
        if (inflates) {
            openMembers(Math.max(0, kept - GzipMember.MAGIC + 1), filled);
        }
        int keeps = Math.min(filled, Math.max(haystack.longest(), GzipMember.MAGIC) - 1);
        System.arraycopy(window, filled - keeps, window, 0, keeps);
        kept = keeps;
    }

    private void openMembers(int from, int filled) {
        for (int at = signAfter(from, filled); at < filled; at = signAfter(at + 1, filled)) {
            if (GzipMember.startsAt(window, at, filled)) {
                GzipMember member = new GzipMember(HaystackPass.insideMember(haystack, found));
                if (member.take(window, at, filled - at)) {
                    members.add(member);
                }
            }
        }
    }

    /** Where a member may begin, from a place on; eight places are looked at in one step. */
    private int signAfter(int from, int filled) {
        int at = from;
        while (at + Long.BYTES <= filled && !holdsSign((long) EIGHT_BYTES.get(window, at))) {
            at += Long.BYTES;
        }
        while (at < filled && window[at] != GzipMember.SIGN) {
            at++;
        }
        return at;
    }

    /** Whether one of eight bytes is a member's first: that one is zero here, and borrows. */
    private static boolean holdsSign(long bytes) {
        long others = bytes ^ GzipMember.SIGN * ONES;
        return (others - ONES & ~others & (ONES << Byte.SIZE - 1)) != 0;
    }

    @Override
    public void close() {
        members.forEach(GzipMember::close);
    }
}
