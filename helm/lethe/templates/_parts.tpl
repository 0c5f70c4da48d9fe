{{/* What stands beside a service's Deployment; each takes the same context. */}}
{{- define "lethe.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "lethe.name" . }}
  labels: {{- include "lethe.labels" . | nindent 4 }}
spec:
  selector: {{- include "lethe.selector" . | nindent 4 }}
  ports:
    - { name: http, port: 8080, targetPort: http }
{{- end -}}

{{- define "lethe.serviceaccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "lethe.name" . }}
  labels: {{- include "lethe.labels" . | nindent 4 }}
automountServiceAccountToken: false
{{- end -}}

{{- define "lethe.pdb" -}}
{{- if or .own.autoscaling.enabled (gt (int .own.replicas) 1) }}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ include "lethe.name" . }}
  labels: {{- include "lethe.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels: {{- include "lethe.selector" . | nindent 6 }}
{{- end }}
{{- end -}}

{{- define "lethe.hpa" -}}
{{- if .own.autoscaling.enabled }}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ include "lethe.name" . }}
  labels: {{- include "lethe.labels" . | nindent 4 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "lethe.name" . }}
  minReplicas: {{ .own.replicas }}
  maxReplicas: {{ .own.autoscaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ .own.autoscaling.cpuUtilization }}
{{- end }}
{{- end -}}

{{/* Pods of other namespaces, by the labels of both: a list of two. */}}
{{- define "lethe.peer" -}}
- namespaceSelector:
    matchLabels: {{- toYaml (first .) | nindent 6 }}
  {{- with last . }}
  podSelector:
    matchLabels: {{- toYaml . | nindent 6 }}
  {{- end }}
{{- end -}}

{{/* Ingress from the gateway and the metrics' reader; egress to Redis, Kafka, Keycloak and DNS, and `outside` ports. */}}
{{- define "lethe.networkpolicy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "lethe.name" . }}
  labels: {{- include "lethe.labels" . | nindent 4 }}
spec:
  podSelector:
    matchLabels: {{- include "lethe.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        {{- include "lethe.peer" (list .Values.network.gatewayNamespaceLabels .Values.network.gatewayPodLabels) | nindent 8 }}
        {{- with .Values.network.monitoringNamespaceLabels }}
        {{- include "lethe.peer" (list . $.Values.network.monitoringPodLabels) | nindent 8 }}
        {{- end }}
      ports:
        - { protocol: TCP, port: 8080 }
  egress:
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
          podSelector:
            matchLabels:
              k8s-app: kube-dns
      ports:
        - { protocol: UDP, port: 53 }
        - { protocol: TCP, port: 53 }
    - to:
        - podSelector:
            matchLabels:
              app.kubernetes.io/name: redis
      ports:
        - { protocol: TCP, port: 6379 }
        - { protocol: TCP, port: 26379 }
    - to:
        - podSelector:
            matchLabels:
              strimzi.io/kind: Kafka
      ports:
        - { protocol: TCP, port: 9092 }
        - { protocol: TCP, port: 9093 }
    - to:
        - podSelector:
            matchLabels:
              app: keycloak
      ports:
        - { protocol: TCP, port: {{ ternary 8443 8080 (hasPrefix "https://" .Values.oidc.authServerUrl) }} }
    {{- if .outsidePorts }}
    - to:
        {{- range .Values.network.outside }}
        - ipBlock: { cidr: {{ . | quote }} }
        {{- end }}
      ports:
        {{- range .outsidePorts }}
        - { protocol: {{ .protocol }}, port: {{ .port }} }
        {{- end }}
    {{- end }}
{{- end -}}

{{/* Whose X-Forwarded-For is believed, and who is asked for host names. */}}
{{- define "lethe.clients.env" -}}
{{- with .Values.network.resolver }}
- { name: LETHE_CLIENTS_RESOLVER, value: {{ . | quote }} }
{{- end }}
{{- if not .Values.network.trustedProxies }}
{{- fail "network.trustedProxies must name the gateway's addresses, or be [none]: else all visitors have the gateway's" }}
{{- end }}
{{- with without .Values.network.trustedProxies "none" }}
- { name: LETHE_CLIENTS_TRUSTED_PROXIES, value: {{ join "," . | quote }} }
{{- end }}
{{- end -}}
