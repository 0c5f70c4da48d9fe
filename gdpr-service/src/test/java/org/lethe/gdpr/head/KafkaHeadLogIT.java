package org.lethe.gdpr.head;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.lethe.gdpr.it.QuietHeads;
import org.lethe.stack.fixture.LetheInfrastructure;

/** Without the service's own heads between those of a test. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(QuietHeads.class)
class KafkaHeadLogIT extends HeadLogContract {

    @Inject HeadLog log;
    @Inject HeadSigner signer;

    @Override
    protected HeadLog log() {
        return log;
    }

    @Override
    protected HeadSigner signer() {
        return signer;
    }
}
