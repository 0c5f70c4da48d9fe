package org.lethe.gdpr.head;

import org.lethe.gdpr.receipt.TestKeys;

class FakeHeadLogTest extends HeadLogContract {

    private final HeadSigner signer = TestKeys.headSigner();
    private final HeadLog log = new FakeHeadLog(signer);

    @Override
    protected HeadLog log() {
        return log;
    }

    @Override
    protected HeadSigner signer() {
        return signer;
    }
}
