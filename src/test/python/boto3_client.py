#!/usr/bin/env python3
"""Drives every operation of the simulated organization with boto3, a client that this project did not write.

    boto3_client.py JAVA JAR

Starts `simulate` processes of its own, each with a scenario, and ends them. Prints a line for each group of checks and
`N checks passed` at the end; a check that fails ends it with a traceback. What is checked is what boto3 makes of the
answers: types, paging, error codes and statuses.
"""
import datetime
import io
import json
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

import boto3
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError, ConnectionClosedError, ReadTimeoutError
from botocore.parsers import ResponseParserError

REGIONS = ["us-east-1", "ap-northeast-1", "eu-south-1"]
BUCKET = "rollcall-audit"
OPERATIONS = {
    "sts": ["AssumeRole", "GetCallerIdentity"],
    "organizations": ["DescribeAccount", "DescribeOrganization", "ListAWSServiceAccessForOrganization", "ListAccounts",
                      "ListAccountsForParent", "ListDelegatedAdministrators", "ListDelegatedServicesForAccount",
                      "ListOrganizationalUnitsForParent", "ListParents", "ListRoots", "ListTagsForResource"],
    "account": ["ListRegions"],
    "iam": ["GenerateCredentialReport", "GetAccountSummary", "GetCredentialReport", "ListOrganizationsFeatures",
            "ListVirtualMFADevices"],
    "access-analyzer": ["ListAnalyzers", "ListFindings"],
    "config": ["DescribeComplianceByConfigRule", "DescribeConfigRules", "DescribeConfigurationAggregatorSourcesStatus",
               "DescribeConfigurationAggregators", "DescribeConfigurationRecorderStatus", "DescribeConfigurationRecorders",
               "DescribeDeliveryChannelStatus", "DescribeDeliveryChannels", "GetComplianceDetailsByConfigRule"],
    "cloudtrail": ["DescribeTrails", "GetEventSelectors", "GetTrailStatus"],
    "s3": ["AbortMultipartUpload", "CompleteMultipartUpload", "CreateMultipartUpload", "DeleteObject", "GetObject",
           "HeadBucket", "HeadObject", "ListBuckets", "ListObjectsV2", "PutObject", "UploadPart"],
}
passed = 0


def check(condition, what):
    global passed
    if not condition:
        raise AssertionError(what)
    passed += 1


def refused(code, status, call, **arguments):
    """The call is refused with this code and HTTP status."""
    try:
        call(**arguments)
    except ClientError as error:
        found = (error.response["Error"]["Code"], error.response["ResponseMetadata"]["HTTPStatusCode"])
        check(found == (code, status), f"{found} where {(code, status)} was expected: {error}")
        return str(error)
    raise AssertionError(f"answered where {code} was expected")


class Simulator:
    """A `simulate` process and boto3 clients for it."""

    def __init__(self, java, jar, scenario=""):
        self.file = tempfile.NamedTemporaryFile("w", suffix=".yaml")
        self.file.write(scenario)
        self.file.flush()
        self.process = subprocess.Popen([java, "-jar", jar, "simulate", "--scenario", self.file.name],
                                        stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().split()[1]

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.process.kill()
        self.process.wait()

    def client(self, service, region="us-east-1", credentials=None, read_timeout=20):
        keys = credentials or {"AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "SecretAccessKey": "secret", "SessionToken": None}
        return boto3.client(service, endpoint_url=self.url, region_name=region, aws_access_key_id=keys["AccessKeyId"],
                            aws_secret_access_key=keys["SecretAccessKey"], aws_session_token=keys["SessionToken"],
                            config=Config(retries={"total_max_attempts": 1}, read_timeout=read_timeout))

    def enter(self, account, **more):
        role = f"arn:aws:iam::{account}:role/RollcallAudit"
        return self.client("sts").assume_role(RoleArn=role, RoleSessionName="boto3", **more)["Credentials"]

    def report(self):
        with urllib.request.urlopen(self.url + "/_rollcall/report") as answer:
            return json.load(answer)


def pages(client, operation, key, **arguments):
    """All items, and how many pages they came in; a page may be empty and not the last."""
    items, count = [], 0
    for page in client.get_paginator(operation).paginate(**arguments):
        items += page[key]
        count += 1
    return items, count


def organizations(simulator):
    client = simulator.client("organizations")
    described = client.describe_organization()["Organization"]
    check(described["MasterAccountId"] == "111122223333" and described["FeatureSet"] == "ALL", "organization")
    accounts, count = pages(client, "list_accounts", "Accounts", PaginationConfig={"PageSize": 5})
    check(len(accounts) == 24 and count >= 5, "24 accounts in pages of 5")
    check([a["Id"] for a in accounts if a["Id"].startswith("0")] == ["055394133325", "089835987062"], "leading zeros")
    check(accounts[0]["Name"] == "本社 管理アカウント" and accounts[13]["Name"] == "=cmd|' /C calc'!A0", "names")
    check(accounts[19]["Name"] == "_x0041_ctrl\x07\ttab", "control characters")
    check(isinstance(accounts[4]["JoinedTimestamp"], datetime.datetime), "a time")
    check({a["State"] for a in accounts} == {"ACTIVE", "SUSPENDED", "PENDING_ACTIVATION"}, "states")
    roots, _ = pages(client, "list_roots", "Roots")
    placed, units = {}, [(roots[0]["Id"], "Root")]
    for unit, path in units:
        below, _ = pages(client, "list_organizational_units_for_parent", "OrganizationalUnits", ParentId=unit)
        units += [(u["Id"], path + "/" + u["Name"]) for u in below]
        inside, _ = pages(client, "list_accounts_for_parent", "Accounts", ParentId=unit, PaginationConfig={"PageSize": 3})
        placed.update({a["Id"]: path for a in inside})
    check(set(placed) == {a["Id"] for a in accounts}, "every account is in one unit")
    check(placed["583258178329"] == "Root/Workloads/Prod/決済", "a nested unit with a Japanese name")
    check(client.list_parents(ChildId="111122223333")["Parents"] == [{"Id": "r-roll", "Type": "ROOT"}], "parent")
    tags, _ = pages(client, "list_tags_for_resource", "Tags", ResourceId="583258178329")
    check({"Key": "environment", "Value": "prod"} in tags, "tags")
    check(client.describe_account(AccountId="583258178329")["Account"]["Name"] == "決済-本番", "account")
    administrators, _ = pages(client, "list_delegated_administrators", "DelegatedAdministrators")
    check([a["Id"] for a in administrators] == ["729156212082", "965224189580"], "administrators")
    services, _ = pages(client, "list_delegated_services_for_account", "DelegatedServices", AccountId="965224189580")
    check([s["ServicePrincipal"] for s in services] == ["iam.amazonaws.com"], "delegated services")
    trusted, _ = pages(client, "list_aws_service_access_for_organization", "EnabledServicePrincipals")
    check("config.amazonaws.com" in [t["ServicePrincipal"] for t in trusted], "trusted services")
    refused("InvalidInputException", 400, client.list_accounts, NextToken="garbage")
    refused("InvalidInputException", 400, client.list_accounts, MaxResults=20, NextToken="MCBMaXN0")
    refused("ParentNotFoundException", 400, client.list_accounts_for_parent, ParentId="ou-none-11111111")
    refused("TargetNotFoundException", 400, client.list_tags_for_resource, ResourceId="999999999999")
    refused("AccountNotFoundException", 400, client.describe_account, AccountId="999999999999")
    refused("AccountNotRegisteredException", 400, client.list_delegated_services_for_account, AccountId="583258178329")
    member = simulator.client("organizations", credentials=simulator.enter("583258178329"))
    check(member.describe_organization()["Organization"]["Id"] == described["Id"], "a member may describe it")
    refused("AccessDeniedException", 400, member.list_accounts)


def identities(simulator):
    sts = simulator.client("sts")
    check(sts.get_caller_identity()["Account"] == "729156212082", "the audit account calls")
    entered = simulator.enter("583258178329", DurationSeconds=900)
    left = (entered["Expiration"] - datetime.datetime.now(datetime.timezone.utc)).total_seconds()
    check(840 < left <= 900, "a session of fifteen minutes")
    inside = simulator.client("sts", credentials=entered).get_caller_identity()
    check(inside["Arn"] == "arn:aws:sts::583258178329:assumed-role/RollcallAudit/boto3", "inside")
    for account in ["437360144576", "055394133325", "673428122074", "291462110823", "999999999999"]:
        refused("AccessDenied", 403, simulator.enter, account=account)
    refused("ValidationError", 400, simulator.enter, account="583258178329", DurationSeconds=50_000)
    refused("MalformedPolicyDocument", 400, simulator.enter, account="583258178329", Policy="{")
    stranger = {"AccessKeyId": "AKIASTRANGER", "SecretAccessKey": "s", "SessionToken": None}
    refused("InvalidClientTokenId", 403, simulator.client("sts", credentials=stranger).get_caller_identity)
    refused("UnrecognizedClientException", 400, simulator.client("organizations", credentials=stranger).list_accounts)
    refused("InvalidAccessKeyId", 403, simulator.client("s3", credentials=stranger).list_buckets)
    tampered = dict(entered, SessionToken=entered["SessionToken"][:-1] + "x")
    refused("InvalidClientTokenId", 403, simulator.client("iam", credentials=tampered).get_account_summary)
    policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["iam:Get*"], "Resource": "*"}]}
    narrowed = simulator.enter("583258178329", Policy=json.dumps(policy))
    check(simulator.client("iam", credentials=narrowed).get_account_summary()["SummaryMap"], "allowed")
    said = refused("AccessDeniedException", 400, simulator.client("config", credentials=narrowed).describe_config_rules)
    check("no session policy allows the config:DescribeConfigRules action" in said, "why")


def iam_and_account(simulator):
    virtual = simulator.client("iam", credentials=simulator.enter("325903964560"))
    check(virtual.get_account_summary()["SummaryMap"]["AccountMFAEnabled"] == 1, "a map of integers")
    devices, _ = pages(virtual, "list_virtual_mfa_devices", "VirtualMFADevices", AssignmentStatus="Assigned")
    check([d["User"]["Arn"] for d in devices if d["SerialNumber"].endswith("root-account-mfa-device")]
          == ["arn:aws:iam::325903964560:root"], "root's device")
    fresh = simulator.client("iam", credentials=simulator.enter("201292167078"))
    refused("ReportNotPresent", 410, fresh.get_credential_report)
    check(fresh.generate_credential_report()["State"] == "STARTED", "a report is being made")
    check(fresh.generate_credential_report()["State"] == "COMPLETE", "a report is made")
    report = fresh.get_credential_report()
    check(report["Content"].startswith(b"user,arn,") and b"<root_account>" in report["Content"], "a decoded blob")
    check(isinstance(report["GeneratedTime"], datetime.datetime), "a time in XML")
    refused("AccountNotManagementOrDelegatedAdministrator", 403, fresh.list_organizations_features)
    features = simulator.client("iam", credentials=simulator.enter("965224189580")).list_organizations_features()
    check(features["EnabledFeatures"] == ["RootCredentialsManagement", "RootSessions"], "a list in XML")
    account = simulator.client("account", credentials=simulator.enter("527530088321"))
    regions, _ = pages(account, "list_regions", "Regions", PaginationConfig={"PageSize": 2})
    check({r["RegionName"]: r["RegionOptStatus"] for r in regions}["eu-south-1"] == "DISABLED", "not opted in")
    enabled, _ = pages(account, "list_regions", "Regions", RegionOptStatusContains=["ENABLED_BY_DEFAULT"])
    check([r["RegionName"] for r in enabled] == REGIONS[:2], "a filter")
    refused("ValidationException", 400, account.list_regions, NextToken="garbage")
    elsewhere = simulator.client("config", "eu-south-1", simulator.enter("527530088321"))
    refused("UnrecognizedClientException", 400, elsewhere.describe_config_rules)


def analyzers(simulator):
    client = simulator.client("accessanalyzer", "eu-south-1", simulator.enter("089835987062"))
    found, _ = pages(client, "list_analyzers", "analyzers")
    check([a["type"] for a in found] == ["ACCOUNT"] and isinstance(found[0]["createdAt"], datetime.datetime), "analyzer")
    findings, count = pages(client, "list_findings", "findings", analyzerArn=found[0]["arn"],
                            filter={"status": {"eq": ["ACTIVE"]}}, PaginationConfig={"PageSize": 2})
    check(len(findings) == 6 and count >= 3, "six findings in pages of two")
    check(findings[0]["isPublic"] and findings[0]["principal"] == {"AWS": "*"}, "public")
    check(findings[5]["error"] == "ACCESS_DENIED" and findings[5]["principal"] == {}, "unknown")
    archived, _ = pages(client, "list_findings", "findings", analyzerArn=found[0]["arn"],
                        filter={"status": {"eq": ["ARCHIVED"]}})
    check(archived == [], "none is archived")
    refused("ResourceNotFoundException", 404, client.list_findings, analyzerArn=found[0]["arn"] + "x")
    refused("ValidationException", 400, client.list_analyzers, maxResults=1000)
    audit = simulator.client("accessanalyzer")
    types = {a["type"]: a["arn"] for a in pages(audit, "list_analyzers", "analyzers")[0]}
    refused("ValidationException", 400, audit.list_findings, analyzerArn=types["ORGANIZATION_UNUSED_ACCESS"])
    seen, _ = pages(audit, "list_findings", "findings", analyzerArn=types["ORGANIZATION"])
    check({f["resourceOwnerAccount"] for f in seen} == {"201292167078", "089835987062"}, "the organization's findings")
    check([f["resourceControlPolicyRestriction"] for f in seen if f["isPublic"]] == ["APPLICABLE"], "RCP")
    denied = simulator.client("accessanalyzer", "ap-northeast-1", simulator.enter("145564077070"))
    said = refused("AccessDeniedException", 403, denied.list_findings,
                   analyzerArn=denied.list_analyzers()["analyzers"][0]["arn"])
    check("no identity-based policy allows the access-analyzer:ListFindings action" in said, "why")


def config(simulator):
    shapes = simulator.enter("707869975811")
    off, stopped, partial = [simulator.client("config", region, shapes) for region in REGIONS]
    check(off.describe_configuration_recorders()["ConfigurationRecorders"] == [], "off")
    check(off.describe_delivery_channels()["DeliveryChannels"] == [], "no channel")
    check(off.describe_delivery_channel_status()["DeliveryChannelsStatus"] == [], "no channel's status")
    refused("NoSuchConfigurationRecorderException", 400, off.describe_configuration_recorders,
            ConfigurationRecorderNames=["default"])
    refused("NoSuchDeliveryChannelException", 400, off.describe_delivery_channels, DeliveryChannelNames=["default"])
    status = stopped.describe_configuration_recorder_status()["ConfigurationRecordersStatus"][0]
    check(status["recording"] is False and isinstance(status["lastStartTime"], datetime.datetime), "stopped")
    group = partial.describe_configuration_recorders()["ConfigurationRecorders"][0]["recordingGroup"]
    check(group["allSupported"] is False and "AWS::EC2::Instance" in group["resourceTypes"], "partial")
    fat = simulator.enter("325903964560")
    client = simulator.client("config", credentials=fat)
    rules, _ = pages(client, "describe_config_rules", "ConfigRules")
    check(len(rules) == 20 and rules[0]["Source"]["Owner"] == "AWS", "rules")
    compliance, _ = pages(client, "describe_compliance_by_config_rule", "ComplianceByConfigRules")
    check(compliance[0]["Compliance"]["ComplianceContributorCount"] == {"CappedCount": 100, "CapExceeded": True}, "cap")
    page = client.get_compliance_details_by_config_rule(ConfigRuleName=rules[0]["ConfigRuleName"])
    while not page["EvaluationResults"]:
        page = client.get_compliance_details_by_config_rule(ConfigRuleName=rules[0]["ConfigRuleName"],
                                                            NextToken=page["NextToken"])
    check(len(page["EvaluationResults"]) == 10, "ten on a page by default")
    details, _ = pages(client, "get_compliance_details_by_config_rule", "EvaluationResults",
                       ConfigRuleName=rules[0]["ConfigRuleName"], PaginationConfig={"PageSize": 100, "MaxItems": 1000})
    ids = {d["EvaluationResultIdentifier"]["EvaluationResultQualifier"]["ResourceId"] for d in details}
    check(len(ids) == 1000, "a thousand different resources")
    refused("InvalidLimitException", 400, client.get_compliance_details_by_config_rule,
            ConfigRuleName=rules[0]["ConfigRuleName"], Limit=101)
    refused("NoSuchConfigRuleException", 400, client.get_compliance_details_by_config_rule, ConfigRuleName="none")
    refused("InvalidNextTokenException", 400, client.describe_config_rules, NextToken="garbage")
    failing = simulator.client("config", "ap-northeast-1", fat).describe_delivery_channel_status()
    check(failing["DeliveryChannelsStatus"][0]["configHistoryDeliveryInfo"]["lastStatus"] == "FAILURE", "failing")
    audit = simulator.client("config")
    aggregators, _ = pages(audit, "describe_configuration_aggregators", "ConfigurationAggregators")
    check(aggregators[0]["OrganizationAggregationSource"]["AwsRegions"] == REGIONS[:2], "misses a Region")
    sources, _ = pages(audit, "describe_configuration_aggregator_sources_status", "AggregatedSourceStatusList",
                       ConfigurationAggregatorName="organization", PaginationConfig={"PageSize": 20})
    check(len(sources) == 48 and {s["LastUpdateStatus"] for s in sources} == {"SUCCEEDED", "FAILED"}, "sources")
    refused("NoSuchConfigurationAggregatorException", 400, audit.describe_configuration_aggregator_sources_status,
            ConfigurationAggregatorName="none")
    refused("UnknownOperationException", 400, simulator.client("config", "eu-south-1").describe_configuration_aggregators)


def cloudtrail(simulator):
    client = simulator.client("cloudtrail", credentials=simulator.enter("583258178329"))
    shown = client.describe_trails()["trailList"]
    check({t["Name"] for t in shown} == {"audit", "organization"}, "shadows show")
    own = client.describe_trails(includeShadowTrails=False)["trailList"]
    check([t["HomeRegion"] for t in own] == ["us-east-1"] and own[0]["IsMultiRegionTrail"], "the account's own")
    arn = own[0]["TrailARN"]
    check(client.get_trail_status(Name=arn)["IsLogging"] is True, "logging")
    selectors = client.get_event_selectors(TrailName=arn)
    check(selectors["AdvancedEventSelectors"][0]["Name"] == "なんでも Management", "a selector's name")
    check({"Field": "readOnly", "Equals": ["true"]} in selectors["AdvancedEventSelectors"][0]["FieldSelectors"], "reads")
    away = simulator.client("cloudtrail", "eu-south-1", simulator.enter("583258178329"))
    check([t["Name"] for t in away.describe_trails()["trailList"]] == ["audit"], "a shadow in another Region")
    check(away.describe_trails(includeShadowTrails=False)["trailList"] == [], "no shadow")
    refused("TrailNotFoundException", 400, client.get_trail_status, Name="organization")
    failing = simulator.client("cloudtrail", credentials=simulator.enter("471801998313"))
    check(failing.get_trail_status(Name="audit")["LatestDeliveryError"] == "NoSuchBucket", "delivery fails")


def s3(simulator):
    client = simulator.client("s3")
    check([b["Name"] for b in client.list_buckets()["Buckets"]] == [BUCKET], "a bucket")
    check(client.head_bucket(Bucket=BUCKET)["ResponseMetadata"]["HTTPStatusCode"] == 200, "head")
    check("Contents" not in client.list_objects_v2(Bucket=BUCKET), "empty")
    key = "a b/日本+語.parquet"
    client.put_object(Bucket=BUCKET, Key=key, Body=b"hello", Metadata={"kind": "x"}, IfNoneMatch="*")
    refused("PreconditionFailed", 412, client.put_object, Bucket=BUCKET, Key=key, Body=b"other", IfNoneMatch="*")
    got = client.get_object(Bucket=BUCKET, Key=key)
    check(got["Body"].read() == b"hello" and got["Metadata"] == {"kind": "x"}, "content and metadata")
    head = client.head_object(Bucket=BUCKET, Key=key)
    check(head["ContentLength"] == 5 and isinstance(head["LastModified"], datetime.datetime), "head of an object")
    check(client.get_object(Bucket=BUCKET, Key=key, Range="bytes=1-2")["Body"].read() == b"el", "a range")
    check(client.get_object(Bucket=BUCKET, Key=key, Range="bytes=-2")["Body"].read() == b"lo", "the end")
    refused("InvalidRange", 416, client.get_object, Bucket=BUCKET, Key=key, Range="bytes=9-")
    client.put_object(Bucket=BUCKET, Key=key, Body=b"again", IfMatch=head["ETag"])
    refused("PreconditionFailed", 412, client.put_object, Bucket=BUCKET, Key=key, Body=b"x", IfMatch=head["ETag"])
    refused("NoSuchKey", 404, client.get_object, Bucket=BUCKET, Key="none")
    refused("404", 404, client.head_object, Bucket=BUCKET, Key="none")
    refused("NoSuchBucket", 404, client.list_objects_v2, Bucket="another")
    refused("BadDigest", 400, client.put_object, Bucket=BUCKET, Key="bad", Body=b"x", ChecksumCRC32="AAAAAA==")
    for i in range(25):
        client.put_object(Bucket=BUCKET, Key=f"many/{i % 5}/{i:02d}", Body=b"")
    listed, count = pages(client, "list_objects_v2", "Contents", Bucket=BUCKET, Prefix="many/",
                          PaginationConfig={"PageSize": 10})
    check(len(listed) == 25 and count == 3 and listed == sorted(listed, key=lambda o: o["Key"]), "a list in pages")
    folders = client.list_objects_v2(Bucket=BUCKET, Prefix="many/", Delimiter="/")
    check([p["Prefix"] for p in folders["CommonPrefixes"]] == [f"many/{i}/" for i in range(5)], "folders")
    check(client.list_objects_v2(Bucket=BUCKET, StartAfter="many/4/19")["KeyCount"] == 1, "start after")
    client.delete_object(Bucket=BUCKET, Key="many/0/00")
    client.delete_object(Bucket=BUCKET, Key="many/0/00")
    large = bytes(range(256)) * 80_000
    client.upload_fileobj(io.BytesIO(large), BUCKET, "large",
                          Config=TransferConfig(multipart_threshold=6_000_000, multipart_chunksize=6_000_000))
    check(client.get_object(Bucket=BUCKET, Key="large")["Body"].read() == large, "an upload in parts")
    upload = client.create_multipart_upload(Bucket=BUCKET, Key="large")["UploadId"]
    part = client.upload_part(Bucket=BUCKET, Key="large", UploadId=upload, PartNumber=1, Body=b"x")
    parts = {"Parts": [{"ETag": part["ETag"], "PartNumber": 1}]}
    refused("PreconditionFailed", 412, client.complete_multipart_upload, Bucket=BUCKET, Key="large", UploadId=upload,
            MultipartUpload=parts, IfNoneMatch="*")
    client.abort_multipart_upload(Bucket=BUCKET, Key="large", UploadId=upload)
    refused("NoSuchUpload", 404, client.complete_multipart_upload, Bucket=BUCKET, Key="large", UploadId=upload,
            MultipartUpload=parts)
    member = simulator.client("s3", credentials=simulator.enter("583258178329"))
    refused("AccessDenied", 403, member.get_object, Bucket=BUCKET, Key=key)
    race(simulator)


def race(simulator):
    """Of twenty writers at once exactly one wins, and its object is there."""
    barrier, won, lost = threading.Barrier(20), [], []

    def write(number):
        client = simulator.client("s3")
        barrier.wait(30)
        try:
            client.put_object(Bucket=BUCKET, Key="race", Body=str(number).encode(), IfNoneMatch="*")
            won.append(number)
        except ClientError as error:
            lost.append(error.response["Error"]["Code"])

    writers = [threading.Thread(target=write, args=(i,)) for i in range(20)]
    [writer.start() for writer in writers]
    [writer.join(60) for writer in writers]
    check(len(won) == 1 and lost == ["PreconditionFailed"] * 19, f"one winner: {won}, {lost}")
    check(simulator.client("s3").get_object(Bucket=BUCKET, Key="race")["Body"].read() == str(won[0]).encode(), "its object")


FAULTS = """
faults:
  - {account: "583258178329", operation: "iam:GetAccountSummary", fault: http-500, times: 1}
  - {account: "583258178329", operation: "config:DescribeConfigRules", fault: access-denied}
  - {account: "583258178329", region: eu-south-1, fault: scp-deny}
  - {account: "583258178329", operation: "config:DescribeDeliveryChannels", fault: malformed}
  - {account: "583258178329", operation: "config:DescribeConfigurationRecorders", fault: html-500}
  - {account: "583258178329", operation: "access-analyzer:ListAnalyzers", region: us-east-1, fault: html-404}
  - {account: "583258178329", operation: "cloudtrail:DescribeTrails", region: us-east-1, fault: hang}
  - {account: "583258178329", operation: "iam:ListVirtualMFADevices", fault: reset, times: 1}
  - {account: "583258178329", operation: "iam:GenerateCredentialReport", fault: expired-token}
  - {account: "583258178329", operation: "account:ListRegions", fault: throttle}
  - {account: "201292167078", operation: "sts:AssumeRole", fault: throttle, times: 2}
"""


def faults(simulator):
    keys = simulator.enter("583258178329")
    iam = simulator.client("iam", credentials=keys)
    refused("InternalFailure", 500, iam.get_account_summary)
    check(iam.get_account_summary()["SummaryMap"], "well the second time")
    configuration = simulator.client("config", credentials=keys)
    refused("AccessDeniedException", 400, configuration.describe_config_rules)
    closed = simulator.client("config", "eu-south-1", keys)
    check("explicit deny in a service control policy" in refused("AccessDeniedException", 400,
                                                                 closed.describe_configuration_recorders), "SCP")
    check("DeliveryChannels" not in configuration.describe_delivery_channels(), "half an answer has no channels for boto3")
    for call, failure in [(iam.list_virtual_mfa_devices, ConnectionClosedError),
                          (simulator.client("cloudtrail", credentials=keys, read_timeout=1).describe_trails, ReadTimeoutError)]:
        try:
            call()
            raise AssertionError(f"answered where {failure} was expected")
        except failure:
            check(True, "it fails as it should")
    check(iam.list_virtual_mfa_devices()["IsTruncated"] is False, "the connection is reset once")
    for call, status in [(configuration.describe_configuration_recorders, 500),
                         (simulator.client("accessanalyzer", credentials=keys).list_analyzers, 404)]:
        try:
            call()
            raise AssertionError("answered where a page was expected")
        except (ClientError, ResponseParserError) as error:
            check(not isinstance(error, ClientError)
                  or error.response["ResponseMetadata"]["HTTPStatusCode"] == status, f"a page with status {status}")
    refused("ExpiredToken", 403, iam.generate_credential_report)
    refused("TooManyRequestsException", 429, simulator.client("account", credentials=keys).list_regions)
    refused("Throttling", 400, simulator.enter, account="201292167078")
    refused("Throttling", 400, simulator.enter, account="201292167078")
    check(simulator.enter("201292167078")["SessionToken"], "twice, then no more")


def limits(java, jar):
    scenario = """
external-id: the-right-one
longest-session: 2s
quotas: {rates: {organizations: {per-second: 4, burst: 2}, "access-analyzer": {per-second: 0.01, burst: 1}}}
"""
    with Simulator(java, jar, scenario) as simulator:
        refused("AccessDenied", 403, simulator.enter, account="583258178329")
        refused("AccessDenied", 403, simulator.enter, account="583258178329", ExternalId="wrong")
        keys = simulator.enter("583258178329", ExternalId="the-right-one")
        iam = simulator.client("iam", credentials=keys)
        check(iam.get_account_summary()["SummaryMap"], "valid")
        client = simulator.client("organizations")
        burst = [attempt(client.list_roots) for _ in range(12)]
        check("TooManyRequestsException" in burst and burst[:2] == ["answered"] * 2, f"a bucket empties: {burst}")
        analyzers_ = simulator.client("accessanalyzer")
        check(attempt(analyzers_.list_analyzers) == "answered", "one")
        refused("ThrottlingException", 429, analyzers_.list_analyzers)
        time.sleep(2.5)  # a bucket refills, and a session ends, with time alone
        check(attempt(client.list_roots) == "answered", "a bucket refills")
        refused("ExpiredToken", 403, iam.get_account_summary)
        refused("ExpiredTokenException", 400, simulator.client("config", credentials=keys).describe_config_rules)
        check(simulator.report()["throttled"] >= 2, "refusals are counted")


def attempt(call):
    try:
        call()
        return "answered"
    except ClientError as error:
        return error.response["Error"]["Code"]


def main(java, jar):
    with Simulator(java, jar) as simulator:
        for group in [organizations, identities, iam_and_account, analyzers, config, cloudtrail, s3]:
            group(simulator)
            print(f"{group.__name__}: {passed} checks so far", flush=True)
        called = set(simulator.report()["by_operation"])
        expected = {f"{service}:{name}" for service, names in OPERATIONS.items() for name in names}
        check(called == expected, f"every operation is called: {called ^ expected}")
    with Simulator(java, jar, FAULTS) as simulator:
        faults(simulator)
    limits(java, jar)
    print(f"{passed} checks passed")


if __name__ == "__main__":
    main(*sys.argv[1:3])
