package org.lethe.mail.post;

class FakeTlsMemoryTest extends TlsMemoryContract {

    private final TlsMemory memory = new FakeTlsMemory();

    @Override
    TlsMemory memory() {
        return memory;
    }
}
