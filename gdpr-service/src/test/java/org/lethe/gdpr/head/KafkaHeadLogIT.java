package org.lethe.gdpr.head;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.lethe.contracts.tree.MerkleTree;
import org.lethe.contracts.tree.TreeHead;
import org.lethe.gdpr.it.QuietHeads;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.ledger.LedgerSettings;
import org.lethe.runtime.event.EventSender;
import org.lethe.stack.fixture.LetheInfrastructure;

/** Without the service's own heads between those of a test. */
@QuarkusTest
@WithTestResource(LetheInfrastructure.class)
@WithTestResource(QuietHeads.class)
class KafkaHeadLogIT extends HeadLogContract {

    @Inject HeadLog log;
    @Inject HeadSigner signer;
    @Inject EventSender sender;
    @Inject LedgerSettings config;
    @Inject Ledger ledger;

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

    /**
     * The heads of this test are of no tree that there is: behind them nobody would sign any more.
     */
    @AfterEach
    void leaveATrueHead() {
        MerkleTree tree = ledger.tree(0);
        log.publish(signer.sign(new TreeHead(tree.size(), tree.root(), Instant.now())));
    }

    @Override
    protected HeadSigner signer() {
        return signer;
    }
}
