package org.lethe.acceptance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lethe.contracts.scope.Compartment;
import org.lethe.privacy.seal.ScopeCipher;
import org.lethe.privacy.vault.ScopeKeyNames;

/** What only one place may know: ciphers, and what a port is adapted to. */
class EncapsulationTest {
    private static final List<String> TECHNOLOGIES =
            List.of("Redis", "Kafka", "Smtp", "Dns", "MaxMind", "Directory", "Asn", "Vault");

    /** Tink's root package has the interfaces of its ciphers beside what handles keys. */
    private static final DescribedPredicate<JavaClass> CIPHERS_OF_TINK =
            describe(
                    "are ciphers of Tink",
                    type ->
                            type.getPackageName().equals("com.google.crypto.tink")
                                    && Set.of(
                                                    "Aead",
                                                    "DeterministicAead",
                                                    "StreamingAead",
                                                    "HybridEncrypt",
                                                    "HybridDecrypt")
                                            .contains(type.getSimpleName()));

    private final JavaClasses suite = SuiteClasses.all();

    @Test
    void onlyTheVaultTouchesACipher() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.lethe.privacy.seal..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("javax.crypto..")
                                .or(resideInAPackage("com.google.crypto.tink.aead.."))
                                .or(resideInAPackage("com.google.crypto.tink.daead.."))
                                .or(resideInAPackage("com.google.crypto.tink.hybrid.."))
                                .or(resideInAPackage("com.google.crypto.tink.streamingaead.."))
                                .or(resideInAPackage("com.google.crypto.tink.subtle.."))
                                .or(CIPHERS_OF_TINK))
                .check(suite);
    }

    /** What is not in the catalogue would be neither removed nor exported nor looked for. */
    @Test
    void servicesReachScopesBySlotsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.lethe.privacy..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ScopeKeyNames.class)
                .orShould()
                .callMethod(
                        ScopeCipher.class, "seal", Compartment.class, String.class, byte[].class)
                .orShould()
                .callMethod(
                        ScopeCipher.class, "unseal", Compartment.class, String.class, byte[].class)
                .check(suite);
    }

    /** An adapter is told by its name: that of its port, with what it adapts in front. */
    @Test
    void adaptersAreNotPublic() {
        classes()
                .that()
                .resideInAnyPackage(SuiteClasses.servicePackages())
                .and(
                        describe("are adapters", EncapsulationTest::isAdapter)
                                .or(
                                        describe(
                                                "are named after a technology",
                                                EncapsulationTest::isNamedAfterTechnology)))
                .should()
                .notBePublic()
                .check(suite);
    }

    private static boolean isAdapter(JavaClass type) {
        return type.getAllRawInterfaces().stream()
                .filter(port -> port.getPackageName().startsWith("org.lethe"))
                .anyMatch(port ->
                        type.getSimpleName().endsWith(port.getSimpleName())
                                && !type.getSimpleName().equals(port.getSimpleName()));
    }

    private static boolean isNamedAfterTechnology(JavaClass type) {
        return TECHNOLOGIES.stream().anyMatch(type.getSimpleName()::startsWith);
    }
}
