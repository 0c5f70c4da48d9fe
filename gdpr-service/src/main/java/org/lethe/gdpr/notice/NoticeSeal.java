package org.lethe.gdpr.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lethe.contracts.WireFormat;
import org.lethe.contracts.id.ErasureId;
import org.lethe.privacy.seal.EnvelopeCipher;
import org.lethe.privacy.seal.SealedRecord;
import org.lethe.privacy.seal.Unsealed;

/**
 * Notices as they lie in the store: each sealed under a key of its own, which is wrapped beside it,
 * since the scope of its request may be destroyed.
 */
@ApplicationScoped
public class NoticeSeal {

    private final EnvelopeCipher cipher;

    NoticeSeal(EnvelopeCipher cipher) {
        this.cipher = cipher;
    }

    /** For {@code leave_notices} of the prelude: their count, then line, rank and bytes of each. */
    public List<Object> args(ErasureId request, List<Notice> notices) {
        var args = new ArrayList<Object>(List.of(notices.size()));
        for (Notice notice : notices) {
            args.addAll(List.of(notice.line(), notice.rank(), seal(request, notice)));
        }
        return args;
    }

    /** Empty if it was not sealed by this suite for this place. */
    Optional<Notice> open(ErasureId request, int line, int rank, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < Short.BYTES) {
            return Optional.empty();
        }
        int length = Short.toUnsignedInt(buffer.getShort());
        if (length > buffer.remaining()) {
            return Optional.empty();
        }
        var key = new byte[length];
        buffer.get(key);
        var sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return switch (cipher.open(new SealedRecord(sealed, key), place(request, line, rank))) {
            case Unsealed.Clear(byte[] json) -> read(json);
            case Unsealed.Damaged _, Unsealed.CompartmentDestroyed _ -> Optional.empty();
        };
    }

    private byte[] seal(ErasureId request, Notice notice) {
        try {
            byte[] json = WireFormat.ofSealed().writeValueAsBytes(notice);
            SealedRecord record = cipher.seal(json, place(request, notice.line(), notice.rank()));
            return ByteBuffer.allocate(
                            Short.BYTES + record.wrappedKey().length + record.sealed().length)
                    .putShort((short) record.wrappedKey().length)
                    .put(record.wrappedKey())
                    .put(record.sealed())
                    .array();
        } catch (JsonProcessingException _) {
            throw new IllegalStateException("a notice that can't be written");
        }
    }

    private static Optional<Notice> read(byte[] json) {
        try {
            return Optional.of(WireFormat.ofSealed().readValue(json, Notice.class));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String place(ErasureId request, int line, int rank) {
        return "notice/" + request.value() + "/" + line + "/" + rank;
    }
}
