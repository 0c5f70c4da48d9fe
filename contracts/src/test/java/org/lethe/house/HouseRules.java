package org.lethe.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.lethe.contracts.personal.PersonalData;

/**
 * The rules that hold for every module. Each runs them in a test of its own, {@code
 * ArchitectureTest}, beside rules that are about it alone; that each does is tested too.
 */
public final class HouseRules {

    /** Who attacks the store must open what is found there without the suite's help. */
    static final String ATTACKER = "org.lethe.acceptance.forensics..";

    /** Who measures the store counts what it was asked, and speaks to it as the suite does not. */
    private static final String OBSERVER = "org.lethe.bench.store";

    /**
     * What only who makes a rule of its own needs: for limits, topics, sockets, requests, answers
     * that are streamed, tokens, rhythms.
     */
    private static final String MEANS_OF_RUNTIME =
            "(io\\.github\\.bucket4j\\..*"
                    + "|org\\.apache\\.kafka\\.clients\\.consumer\\.KafkaConsumer"
                    + "|io\\.quarkus\\.websockets\\.next\\.(HttpUpgradeCheck|On[A-Z]\\w+)"
                    + "|io\\.quarkus\\.vertx\\.http\\.runtime\\.filters\\..*"
                    + "|jakarta\\.ws\\.rs\\.core\\.StreamingOutput"
                    + "|org\\.jboss\\.resteasy\\.reactive\\.server\\.Server[A-Z]\\w+"
                    + "|org\\.eclipse\\.microprofile\\.openapi\\.OASFilter"
                    + "|org\\.eclipse\\.microprofile\\.jwt\\..*"
                    + "|io\\.quarkus\\.(oidc|security)\\..*"
                    + "|java\\.util\\.concurrent\\.ScheduledExecutorService)";

    private HouseRules() {}

    @ArchTest
    static final ArchRule modulesStandOnThoseBelow = classes().should(Floors.importOnlyFromBelow());

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().assignedFrom(Rooms.rooms()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyPackageSaysWhatItIsFor =
            classes().should(Rooms.resideInADescribedPackage());

    @ArchTest static final ArchTests ofCiphers = ArchTests.in(CipherRules.class);

    /**
     * A rule that holds for every service stands in runtime: whoever had its own would forget one.
     */
    @ArchTest
    static final ArchRule noServiceGoesItsOwnWay =
            noClasses()
                    .that()
                    .resideInAnyPackage(Floors.OF_SERVICES)
                    .should()
                    .dependOnClassesThat(nameMatching(MEANS_OF_RUNTIME))
                    .orShould()
                    .callConstructorWhere(target(owner(nameMatching(".*\\$ErasureAcknowledged"))))
                    .allowEmptyShould(true);

    /** It alone sees to the hello, and to what a socket ends by: silence, or its token's age. */
    @ArchTest
    static final ArchRule socketsAreThoseOfRuntime =
            classes()
                    .that()
                    .areAnnotatedWith("io.quarkus.websockets.next.WebSocket")
                    .should()
                    .beAssignableTo("org.lethe.runtime.socket.FrameSocket")
                    .allowEmptyShould(true);

    /** To close it waits for a peer who reads no more, and what was written waits in memory. */
    @ArchTest
    static final ArchRule connectionsAreEndedInOnePlace =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("Connections")
                    .should()
                    .callMethodWhere(
                            target(nameMatching("close"))
                                    .and(
                                            target(
                                                    owner(
                                                            assignableTo(
                                                                    "io.vertx.core.http.HttpConnection")))))
                    .allowEmptyShould(true);

    /** A constructor checks nothing: what comes from outside goes through a factory. */
    @ArchTest
    static final ArchRule onlyItsOwnPackageConstructsPersonalTexts =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.lethe.contracts.personal")
                    .should()
                    .callConstructorWhere(
                            target(
                                    owner(
                                            describe(
                                                    "personal data of one text",
                                                    HouseRules::isPersonalText))))
                    .allowEmptyShould(true);

    /** What is not in the catalogue would be neither removed nor exported nor looked for. */
    @ArchTest
    static final ArchRule scopesAreReachedBySlotsAlone =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.lethe.privacy..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.lethe.privacy.vault.ScopeKeyNames")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.lethe.privacy.redis.Keyspace")
                    .orShould()
                    .callMethod(
                            "org.lethe.privacy.redis.RedisStore",
                            "shardKey",
                            "int",
                            "java.lang.String")
                    .orShould()
                    .callMethod(
                            "org.lethe.privacy.seal.ScopeCipher",
                            "seal",
                            "org.lethe.contracts.scope.Compartment",
                            "java.lang.String",
                            "[B")
                    .orShould()
                    .callMethod(
                            "org.lethe.privacy.seal.ScopeCipher",
                            "unseal",
                            "org.lethe.contracts.scope.Compartment",
                            "java.lang.String",
                            "[B")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyOnePackageTalksToRedis =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.lethe.privacy.redis..", ATTACKER, OBSERVER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.lettuce..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule adaptersAreNotPublic =
            classes()
                    .that(Adapters.adapters())
                    .and(resideInAnyPackage(Floors.ADAPTING))
                    .should()
                    .notBePublic()
                    .allowEmptyShould(true);

    /** The local gateway silences a library of its own, by that library's logger. */
    @ArchTest
    static final ArchRule logsAreWrittenByKeysAlone =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.lethe.privacy.log..", "org.lethe.stack.gateway")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.jboss.logging..",
                            "java.util.logging..",
                            "org.slf4j..",
                            "io.quarkus.logging..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule whatIsNeededComesThroughTheConstructor =
            fields().should()
                    .notBeAnnotatedWith("jakarta.inject.Inject")
                    .andShould()
                    .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                    .andShould()
                    .notBeAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Channel");

    @ArchTest
    static final ArchRule nothingIsSetAfterwards =
            methods().should().notBeAnnotatedWith("jakarta.inject.Inject");

    @ArchTest
    static final ArchRule configurationIsCalledSettings =
            classes()
                    .that()
                    .areAnnotatedWith("io.smallrye.config.ConfigMapping")
                    .should()
                    .haveSimpleNameEndingWith("Settings")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingElseIsCalledConfig =
            noClasses().should().haveSimpleNameEndingWith("Config");

    @ArchTest
    static final ArchRule threadsSleepInOnePlace =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.lethe.privacy.pause",
                            "org.lethe.acceptance..",
                            "org.lethe.bench.load")
                    .should()
                    .callMethod(Thread.class, "sleep", long.class)
                    .orShould()
                    .callMethod(Thread.class, "sleep", Duration.class)
                    .orShould()
                    .callMethod(LockSupport.class, "parkNanos", long.class)
                    .allowEmptyShould(true);

    /** It alone repeats, buries and counts them, and is waited for when the service stops. */
    @ArchTest
    static final ArchRule recordsAreReadByOneReader =
            methods()
                    .that()
                    .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
                    .should(
                            new ArchCondition<>("call EventReader.read") {
                                @Override
                                public void check(JavaMethod method, ConditionEvents events) {
                                    boolean reads =
                                            method.getMethodCallsFromSelf().stream()
                                                    .anyMatch(HouseRules::isReading);
                                    events.add(
                                            new SimpleConditionEvent(
                                                    method, reads, method.getFullName()));
                                }
                            })
                    .allowEmptyShould(true);

    private static boolean isReading(JavaMethodCall call) {
        return call.getTargetOwner().getName().equals("org.lethe.runtime.event.EventReader")
                && call.getName().equals("read");
    }

    private static boolean isPersonalText(JavaClass type) {
        return type.isAssignableTo(PersonalData.class)
                && type.tryGetConstructor(String.class).isPresent();
    }
}
