package org.lethe.gdpr.head;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.lethe.gdpr.it.QuietHeads;
import org.lethe.gdpr.ledger.LedgerSettings;
import org.lethe.runtime.event.EventSender;
import org.lethe.stack.fixture.LetheInfrastructure;

/** Without the service's own heads between those of a test. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@TestProfile(QuietHeads.class)
class KafkaHeadLogIT extends HeadLogContract {

    @Inject HeadLog log;
    @Inject HeadSigner signer;
    @Inject EventSender sender;
    @Inject LedgerSettings config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private final List<KafkaHeadLog> begun = new ArrayList<>();

    @Override
    protected HeadLog log() {
        return log;
    }

    @Override
    protected HeadLog anew() {
        begun.forEach(KafkaHeadLog::stop);
        var log = new KafkaHeadLog(kafka, config, sender, signer);
        begun.add(log);
        return log;
    }

    @AfterEach
    void stop() {
        begun.forEach(KafkaHeadLog::stop);
    }

    @Override
    protected HeadSigner signer() {
        return signer;
    }
}
