package org.lethe.acceptance.forensics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One pass over bytes that come piece by piece: what a needle or a gzip member needs of the next
 * piece is waited for.
 */
final class HaystackPass implements AutoCloseable {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

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
            window = java.util.Arrays.copyOf(window, filled);
        }
        System.arraycopy(bytes, from, window, kept, length);
        int end = Math.max(0, filled - Math.max(haystack.longest(), GzipMember.MAGIC) + 1);
        scan(end, filled);
        kept = filled - end;
        System.arraycopy(window, end, window, 0, kept);
    }

    /** Looks at the last bytes, which were kept for what might follow. */
    void finish() {
        scan(kept - 1, kept);
        members.forEach(GzipMember::finish);
    }

    private void scan(int end, int filled) {
        for (int at = behindZeros(0, filled); at < end; at = behindZeros(at + 1, filled)) {
            haystack.match(window, at, filled, found);
            if (inflates && GzipMember.startsAt(window, at, filled)) {
                GzipMember member = new GzipMember(HaystackPass.insideMember(haystack, found));
                if (member.take(window, at, filled - at)) {
                    members.add(member);
                }
            }
        }
    }

    /**
     * Where something may begin: of a run of zeros only the end, as far as needles begin with
     * zeros.
     */
    private int behindZeros(int from, int filled) {
        int at = from;
        while (at + Long.BYTES <= filled && (long) EIGHT_BYTES.get(window, at) == 0) {
            at += Long.BYTES;
        }
        return Math.max(from, at - haystack.leadingZeros());
    }

    @Override
    public void close() {
        members.forEach(GzipMember::close);
    }
}
