{{/*
A service's Deployment. Takes the root context with `service` (its name), `own` (its values), and as
text `env`, `mounts` and `volumes` of its own; `keysets` lists the key files that it may read.
*/}}
{{- define "lethe.deployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "lethe.name" . }}
  labels: {{- include "lethe.labels" . | nindent 4 }}
spec:
  {{- if not .own.autoscaling.enabled }}
  replicas: {{ .own.replicas }}
  {{- end }}
  strategy:
    rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }
  selector:
    matchLabels: {{- include "lethe.selector" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "lethe.labels" . | nindent 8 }}
        lethe.example/client-of-redis: "true"
        lethe.example/client-of-kafka: "true"
      {{- with .own.podAnnotations }}
      annotations: {{- toYaml . | nindent 8 }}
      {{- end }}
    spec:
      serviceAccountName: {{ include "lethe.name" . }}
      automountServiceAccountToken: false
      enableServiceLinks: false
      terminationGracePeriodSeconds: 30
      {{- with .Values.image.pullSecrets }}
      imagePullSecrets: {{- toYaml . | nindent 8 }}
      {{- end }}
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        fsGroup: 10001
        seccompProfile:
          type: RuntimeDefault
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels: {{- include "lethe.selector" . | nindent 14 }}
      containers:
        - name: {{ .service }}
          image: {{ printf "%s/%s:%s" .Values.image.repository .service (.Values.image.tag | default .Chart.AppVersion) | quote }}
          imagePullPolicy: {{ .Values.image.pullPolicy }}
          ports:
            - { name: http, containerPort: 8080 }
          env: {{- include "lethe.env" . | nindent 12 }}
            {{- with .env }}
            {{- . | nindent 12 }}
            {{- end }}
          startupProbe:
            httpGet: { path: /q/health/started, port: http }
            periodSeconds: 1
            failureThreshold: 90
          readinessProbe:
            httpGet: { path: /q/health/ready, port: http }
            periodSeconds: 3
            timeoutSeconds: 3
          livenessProbe:
            httpGet: { path: /q/health/live, port: http }
            periodSeconds: 10
            timeoutSeconds: 5
            failureThreshold: 3
          resources: {{- toYaml .own.resources | nindent 12 }}
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
          volumeMounts:
            - { name: keysets, mountPath: /etc/lethe/secrets, readOnly: true }
            - { name: tmp, mountPath: /tmp }
            {{- if .Values.kafka.caSecret }}
            - { name: kafka-ca, mountPath: /etc/lethe/kafka, readOnly: true }
            {{- end }}
            {{- if .Values.oidc.caSecret }}
            - { name: keycloak-ca, mountPath: /etc/lethe/keycloak, readOnly: true }
            {{- end }}
            {{- with .mounts }}
            {{- . | nindent 12 }}
            {{- end }}
      volumes:
        - name: keysets
          secret:
            secretName: {{ .Values.keysetsSecret }}
            defaultMode: 0440
            items:
              {{- range .keysets }}
              - { key: {{ . }}, path: {{ . }} }
              {{- end }}
        # Memory: what a service writes beside its work is gone with the pod, and on no disk.
        - name: tmp
          emptyDir: { medium: Memory, sizeLimit: 64Mi }
        {{- if .Values.kafka.caSecret }}
        - name: kafka-ca
          secret:
            secretName: {{ .Values.kafka.caSecret }}
            items:
              - { key: {{ .Values.kafka.caKey }}, path: ca.crt }
        {{- end }}
        {{- if .Values.oidc.caSecret }}
        - name: keycloak-ca
          secret:
            secretName: {{ .Values.oidc.caSecret }}
            items:
              - { key: {{ .Values.oidc.caKey }}, path: ca.crt }
        {{- end }}
        {{- with .volumes }}
        {{- . | nindent 8 }}
        {{- end }}
      {{- with .own.nodeSelector }}
      nodeSelector: {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .own.tolerations }}
      tolerations: {{- toYaml . | nindent 8 }}
      {{- end }}
{{- end -}}

{{/* Memory that is no longer used is overwritten (ADR 0023), and none is dumped. */}}
{{- define "lethe.forgetfulJvm" -}}
-XX:+UseSerialGC -XX:MarkSweepAlwaysCompactCount=1 -XX:+ZeroTLAB -XX:PretenureSizeThreshold=1m
{{- print " -Dio.netty.allocator.numDirectArenas=0 -Dio.netty.allocator.numHeapArenas=0 -Djdk.nio.maxCachedBufferSize=0" }}
{{- print " -XX:-HeapDumpOnOutOfMemoryError -XX:-CreateCoredumpOnCrash -XX:ErrorFile=/dev/null" }}
{{- end -}}

{{/* Where the keys come from that tell whose a token is. */}}
{{- define "lethe.oidc.env" -}}
{{- if not (or (hasPrefix "https://" .Values.oidc.authServerUrl) .Values.oidc.plainHttp) }}
{{- fail "oidc.authServerUrl must be https://: who could change the keys that come from there could sign in as anybody (oidc.plainHttp: true takes it for a try)" }}
{{- end -}}
- { name: QUARKUS_OIDC_AUTH_SERVER_URL, value: {{ .Values.oidc.authServerUrl | quote }} }
- { name: QUARKUS_OIDC_TOKEN_ISSUER, value: {{ .Values.oidc.tokenIssuer | quote }} }
{{- if .Values.oidc.caSecret }}
- { name: QUARKUS_OIDC_TLS_TLS_CONFIGURATION_NAME, value: keycloak }
- { name: QUARKUS_TLS_KEYCLOAK_TRUST_STORE_PEM_CERTS, value: /etc/lethe/keycloak/ca.crt }
{{- end }}
{{- if .Values.oidc.plainHttp }}
- { name: LETHE_SIGN_IN_PLAIN_HTTP, value: "true" }
{{- end }}
{{- end -}}

{{/* What every service is told. Secrets come by reference only. */}}
{{- define "lethe.env" -}}
- { name: QUARKUS_HTTP_PORT, value: "8080" }
- { name: QUARKUS_HTTP_HOST, value: "0.0.0.0" }
- { name: JAVA_TOOL_OPTIONS, value: {{ printf "%s %s" (include "lethe.forgetfulJvm" .) .Values.jvm.options | quote }} }
# The C library overwrites what is freed; an image with another library than glibc does not.
- { name: GLIBC_TUNABLES, value: "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0" }
- { name: LETHE_SECRETS_DIRECTORY, value: /etc/lethe/secrets }
- { name: LETHE_REDIS_URI, value: {{ .Values.redis.uri | quote }} }
{{- if .Values.redis.secret }}
- name: LETHE_REDIS_USERNAME
  valueFrom:
    secretKeyRef: { name: {{ .Values.redis.secret }}, key: {{ .Values.redis.usernameKey }} }
- name: LETHE_REDIS_PASSWORD
  valueFrom:
    secretKeyRef: { name: {{ .Values.redis.secret }}, key: {{ .Values.redis.passwordKey }} }
{{- end }}
- { name: LETHE_REDIS_REPLICAS, value: {{ .Values.redis.replicas | quote }} }
- { name: LETHE_KAFKA_REPLICAS, value: {{ .Values.kafka.replicas | quote }} }
- { name: LETHE_ORIGINS_CONSOLE, value: {{ .Values.publicUrl | quote }} }
- { name: KAFKA_BOOTSTRAP_SERVERS, value: {{ .Values.kafka.bootstrapServers | quote }} }
- { name: KAFKA_SECURITY_PROTOCOL, value: {{ .Values.kafka.securityProtocol }} }
{{- if .Values.kafka.userSecret }}
- { name: KAFKA_SASL_MECHANISM, value: {{ .Values.kafka.saslMechanism }} }
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef: { name: {{ .Values.kafka.userSecret }}, key: {{ .Values.kafka.userKey }} }
{{- end }}
{{- if .Values.kafka.caSecret }}
- { name: KAFKA_SSL_TRUSTSTORE_TYPE, value: PEM }
- { name: KAFKA_SSL_TRUSTSTORE_LOCATION, value: /etc/lethe/kafka/ca.crt }
{{- end }}
{{ include "lethe.oidc.env" . }}
{{- range $name, $value := .Values.lifetimes }}
- { name: {{ printf "LETHE_LIFETIMES_%s" ($name | upper | replace "-" "_") }}, value: {{ $value | quote }} }
{{- end }}
{{- end -}}
