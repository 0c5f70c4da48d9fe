package org.lethe.mail.post;

/** Remembers in memory, and for ever. */
final class FakeTlsMemory implements TlsMemory {

    private boolean offered;

    @Override
    public void noteOffer() {
        offered = true;
    }

    @Override
    public boolean wasOffered() {
        return offered;
    }
}
