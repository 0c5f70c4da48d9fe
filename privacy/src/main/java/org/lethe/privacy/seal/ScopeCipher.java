package org.lethe.privacy.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lethe.contracts.id.ScopeId;
import org.lethe.contracts.scope.Compartment;
import org.lethe.contracts.scope.Slot;
import org.lethe.contracts.scope.Slot.Place;

/**
 * Seals and unseals for one open scope.
 *
 * <p>Keep it only as long as a live socket or stream of the scope; then close it. The vault empties
 * it when the scope's destruction is signalled.
 */
public final class ScopeCipher implements AutoCloseable {

    private final ScopeId scope;
    private final DataKey content;
    private final @Nullable DataKey address;

    public ScopeCipher(ScopeId scope, DataKey content, @Nullable DataKey address) {
        this.scope = scope;
        this.content = content;
        this.address = address;
    }

    public ScopeId scope() {
        return scope;
    }

    /** Its keys, for who watches over them: they outlive the cipher if it isn't closed. */
    public Map<Compartment, DataKey> keys() {
        return address == null
                ? Map.of(Compartment.CONTENT, content)
                : Map.of(Compartment.CONTENT, content, Compartment.ADDRESS, address);
    }

    /** Whether the key of a compartment is at hand. */
    public boolean holds(Compartment compartment) {
        DataKey key = key(compartment);
        return key != null && !key.isForgotten();
    }

    /**
     * Seals the record of a slot, as JSON.
     *
     * @throws ScopeGoneException if the key has been destroyed
     */
    public <T> byte[] seal(Slot<T> slot, T content) {
        return seal(slot.whole(), content);
    }

    /**
     * Seals a record for one place, as JSON; it opens nowhere else.
     *
     * @throws ScopeGoneException if the key has been destroyed
     */
    public <T> byte[] seal(Place<T> place, T content) {
        byte[] clear = SealedJson.write(content);
        try {
            return seal(checked(place).compartment(), place.sealedAs(), clear);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /** Opens what was sealed for a slot. */
    public <T> Reading<T> open(Slot<T> slot, byte[] sealed) {
        return open(slot.whole(), sealed);
    }

    /** Opens what was sealed for a place; what is damaged is logged here. */
    public <T> Reading<T> open(Place<T> place, byte[] sealed) {
        return SealedJson.read(
                scope, place, unseal(checked(place).compartment(), place.sealedAs(), sealed));
    }

    /**
     * Seals bytes.
     *
     * @param kind what they are; only with the same kind do they open
     * @throws ScopeGoneException if the key has been destroyed
     */
    public byte[] seal(Compartment compartment, String kind, byte[] clear) {
        DataKey key = key(compartment);
        if (key == null) {
            throw new ScopeGoneException();
        }
        return key.seal(clear, AssociatedData.ofContent(scope, compartment, kind))
                .orElseThrow(ScopeGoneException::new);
    }

    public Unsealed unseal(Compartment compartment, String kind, byte[] sealed) {
        DataKey key = key(compartment);
        return key == null
                ? new Unsealed.CompartmentDestroyed()
                : key.unseal(sealed, AssociatedData.ofContent(scope, compartment, kind));
    }

    /**
     * Seals what is written to the returned stream; complete only when that is closed.
     *
     * @throws CompartmentDestroyedException here or on a later write, if the key is destroyed
     */
    public OutputStream sealing(OutputStream to, Place<byte[]> place) throws IOException {
        return sealing(to, checked(place).sealedAs());
    }

    OutputStream sealing(OutputStream to, String kind) throws IOException {
        byte[] associatedData = AssociatedData.ofStream(scope, Compartment.CONTENT, kind);
        return new SealingStream(to, this, associatedData);
    }

    /**
     * Unseals at any position; the end of the stream is checked at once, so that a truncated one
     * never opens.
     *
     * @throws CompartmentDestroyedException here or on a later read, if the key is destroyed
     * @throws DamagedContentException here or on a later read, if the bytes are not what was sealed
     */
    public SeekableByteChannel unsealing(SeekableByteChannel from, Place<byte[]> place)
            throws IOException {
        return unsealing(from, checked(place).sealedAs());
    }

    SeekableByteChannel unsealing(SeekableByteChannel from, String kind) throws IOException {
        byte[] associatedData = AssociatedData.ofStream(scope, Compartment.CONTENT, kind);
        return UnsealingChannel.open(this, from, associatedData);
    }

    /** The key of streams. */
    DataKey content() {
        return content;
    }

    /** Forgets the keys. */
    @Override
    public void close() {
        forget(Compartment.CONTENT);
        forget(Compartment.ADDRESS);
    }

    public void forget(Compartment compartment) {
        DataKey key = key(compartment);
        if (key != null) {
            key.forget();
        }
    }

    private <T> Place<T> checked(Place<T> place) {
        if (place.slot().kind() != scope.kind()) {
            throw new IllegalArgumentException("no slot of such a scope: " + place.slot());
        }
        return place;
    }

    private @Nullable DataKey key(Compartment compartment) {
        return switch (compartment) {
            case CONTENT -> content;
            case ADDRESS -> address;
        };
    }

    @Override
    public String toString() {
        return "ScopeCipher[" + scope + "]";
    }
}
