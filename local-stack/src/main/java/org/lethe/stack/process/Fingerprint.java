package org.lethe.stack.process;

import java.util.HexFormat;
import java.util.List;
import org.lethe.contracts.Sha256;

/** A short name for what was prepared, by all that the preparation depends on. */
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(List<String> parts) {
        return HexFormat.of().formatHex(Sha256.of(String.join("\n", parts)), 0, 8);
    }
}
