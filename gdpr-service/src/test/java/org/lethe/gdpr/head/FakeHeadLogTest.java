package org.lethe.gdpr.head;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lethe.gdpr.receipt.TestKeys;

class FakeHeadLogTest extends HeadLogContract {

    private final HeadSigner signer = TestKeys.headSigner();
    private final HeadLog log = new FakeHeadLog(signer);

    @Override
    protected HeadLog log() {
        return log;
    }

    @Override
    protected HeadLog anew() {
        return log;
    }

    @Test
    void isNewWhileNothingWasPublished() {
        assertThat(log.isNew()).isTrue();
    }

    @Override
    protected HeadSigner signer() {
        return signer;
    }
}
