package org.lethe.contracts.signal;

import org.lethe.contracts.id.VisitId;

/** Something about a visit is another than before. */
public record VisitChanged(VisitId visit) implements Signal {

    @Override
    public byte[] bytes() {
        return Words.write(visit);
    }

    public static VisitChanged parse(byte[] bytes) {
        return new VisitChanged(VisitId.of(Words.read(bytes, 1)[0]));
    }
}
