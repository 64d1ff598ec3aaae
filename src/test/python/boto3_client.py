#!/usr/bin/env python3
"""Drives every operation of the simulated organization with boto3, a client that this project did not write.

    boto3_client.py URL JAVA JAR

URL is where `simulate` serves a scenario that says nothing; its counters are set to zero. More of them, each with a
scenario of its own, are started with JAVA and JAR, and ended. Says which operations nobody called, a line for each group
of checks, and `N checks passed`; a check that fails is named, and the exit code is 1. Beside what the checks below ask,
every answer is held to the service's model in botocore: required members, types, enumerations, patterns, error codes.
"""
import base64
import collections
import concurrent.futures
import csv
import datetime
import functools
import hashlib
import io
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import zlib

import boto3
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError, ConnectionClosedError, FlexibleChecksumError, ReadTimeoutError
from botocore.parsers import ResponseParserError

MOST_SECONDS = 150
REGIONS = ["us-east-1", "ap-northeast-1", "eu-south-1"]
HOME, TOKYO, MILAN = REGIONS
BUCKET = "rollcall-audit"
MANAGEMENT, AUDIT, IDENTITY = "111122223333", "729156212082", "965224189580"
PAYMENT, NEW_REPORT, SHAPES, FAT = "583258178329", "201292167078", "707869975811", "325903964560"
CALLER = {"AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "SecretAccessKey": "secret", "SessionToken": None}
OPERATIONS = {
    "sts": ["AssumeRole", "GetCallerIdentity"],
    "organizations": ["DescribeAccount", "DescribeOrganization", "ListAWSServiceAccessForOrganization", "ListAccounts",
                      "ListAccountsForParent", "ListDelegatedAdministrators", "ListDelegatedServicesForAccount",
                      "ListOrganizationalUnitsForParent", "ListParents", "ListRoots", "ListTagsForResource"],
    "account": ["GetAlternateContact", "ListRegions"],
    "ec2": ["DescribeVpcBlockPublicAccessOptions", "GetAllowedImagesSettings", "GetEbsEncryptionByDefault",
            "GetImageBlockPublicAccessState", "GetInstanceMetadataDefaults", "GetSerialConsoleAccessStatus",
            "GetSnapshotBlockPublicAccessState"],
    "s3control": ["GetPublicAccessBlock"],
    "iam": ["GenerateCredentialReport", "GetAccountPasswordPolicy", "GetAccountSummary", "GetCredentialReport", "ListOrganizationsFeatures",
            "ListVirtualMFADevices"],
    "guardduty": ["DescribeOrganizationConfiguration", "GetDetector", "GetFindings", "GetFindingsStatistics",
                  "GetMemberDetectors", "ListDetectors", "ListFindings", "ListMembers", "ListOrganizationAdminAccounts"],
    "securityhub": ["DescribeHub", "DescribeOrganizationConfiguration", "DescribeSecurityHubV2", "GetConfigurationPolicy",
                    "GetEnabledStandards", "GetFindingAggregator", "GetFindings", "ListConfigurationPolicies",
                    "ListConfigurationPolicyAssociations", "ListFindingAggregators", "ListMembers",
                    "ListOrganizationAdminAccounts"],
    "access-analyzer": ["ListAnalyzers", "ListArchiveRules", "ListFindings", "ListFindingsV2"],
    "config": ["DescribeComplianceByConfigRule", "DescribeConfigRuleEvaluationStatus", "DescribeConfigRules",
               "DescribeConfigurationAggregatorSourcesStatus", "DescribeConfigurationAggregators",
               "DescribeConfigurationRecorderStatus", "DescribeConfigurationRecorders",
               "DescribeConformancePackCompliance", "DescribeConformancePackStatus", "DescribeConformancePacks",
               "DescribeDeliveryChannelStatus", "DescribeDeliveryChannels", "GetComplianceDetailsByConfigRule"],
    "cloudtrail": ["DescribeTrails", "GetEventSelectors", "GetTrailStatus"],
    "kms": ["DescribeKey", "GetKeyRotationStatus"],
    "s3": ["AbortMultipartUpload", "CompleteMultipartUpload", "CreateMultipartUpload", "DeleteObject", "GetObject",
           "HeadBucket", "HeadObject", "ListBuckets", "ListObjectsV2", "PutObject", "UploadPart", "GetBucketAcl",
           "GetBucketLogging", "GetBucketPolicy", "GetBucketPolicyStatus", "GetBucketVersioning",
           "GetObjectLockConfiguration", "GetPublicAccessBlock"],
}
# How each service's lists take a page's size and a token, and where they give the next token.
PAGES = {
    "organizations": ("MaxResults", "NextToken", "NextToken"),
    "account": ("MaxResults", "NextToken", "NextToken"),
    "accessanalyzer": ("maxResults", "nextToken", "nextToken"),
    "config": ("Limit", "NextToken", "NextToken"),
    "guardduty": ("MaxResults", "NextToken", "NextToken"),
    "iam": ("MaxItems", "Marker", "Marker"),
    "securityhub": ("MaxResults", "NextToken", "NextToken"),
    "s3": ("MaxKeys", "ContinuationToken", "NextContinuationToken"),
}
# One operation of each service that needs nothing but a Region and credentials.
SIMPLE = {
    "sts": "get_caller_identity", "organizations": "list_roots", "account": "list_regions", "iam": "get_account_summary",
    "accessanalyzer": "list_analyzers", "config": "describe_config_rules", "cloudtrail": "describe_trails",
    "s3": "list_buckets",
}
# Codes that any operation may refuse with, which models leave out.
COMMON_ERRORS = {"AccessDenied", "AccessDeniedException", "ExpiredToken", "ExpiredTokenException", "InternalFailure",
                 "InvalidAction", "InvalidClientTokenId", "MalformedPolicyDocument", "Throttling", "ThrottlingException",
                 "UnknownOperationException", "UnrecognizedClientException", "ValidationError", "ValidationException"}
# The model has "Success" and "Failure", as nobody has ever seen them: AWS Config writes them in capitals.
CAPITALS = {"RecorderStatus", "DeliveryStatus"}
# Refused as with their service's other lists, though the models of these operations do not name the code.
UNNAMED_ERRORS = {("GetComplianceDetailsByConfigRule", "InvalidLimitException"),
                  ("ListArchiveRules", "ResourceNotFoundException")}


class TooLong(BaseException):
    """No client library takes this for an error of a connection."""


class Tally:
    """What was checked so far."""

    group = "start"
    passed = 0
    answers = 0
    empty_pages = 0
    lines = []


def check(condition, what):
    if not condition:
        raise AssertionError(what)
    Tally.passed += 1


def same(found, expected, what):
    check(found == expected, f"{what}: {found!r} where {expected!r} was expected")


def refused(code, status, call, **arguments):
    """The call is refused with this code and HTTP status; where the model knows the code, with its own exception."""
    try:
        call(**arguments)
    except ClientError as error:
        found = (error.response["Error"]["Code"], error.response["ResponseMetadata"]["HTTPStatusCode"])
        same(found, (code, status), f"the refusal of {error.operation_name}")
        modeled = {shape.error_code: shape.name for shape in call.__self__.meta.service_model.error_shapes}
        same(type(error).__name__, modeled.get(code, "ClientError"), f"the exception of {error.operation_name}")
        return error.response["Error"]["Message"]
    raise AssertionError(f"answered where {code} was expected of {call.__name__}")


def attempt(call):
    try:
        call()
        return "answered"
    except ClientError as error:
        return error.response["Error"]["Code"]


def fails(kinds, call, **arguments):
    """The call gets no answer that boto3 can read."""
    try:
        call(**arguments)
    except kinds:
        check(True, call.__name__)
        return
    raise AssertionError(f"answered where {kinds} was expected of {call.__name__}")


def hold_to_model(http_response, parsed, model, **_):
    """Every answer that boto3 parses passes here; raises where it does not fit the model."""
    if http_response.status_code >= 300:
        code = parsed["Error"]["Code"]
        known = COMMON_ERRORS | {shape.error_code for shape in model.error_shapes}
        if model.service_model.service_name != "s3" and code not in known and (model.name, code) not in UNNAMED_ERRORS:
            raise AssertionError(f"{model.name} is not known to refuse with {code}")
    elif model.output_shape:
        misfits = list(misfit(model.output_shape, parsed, model.name))
        if misfits:
            raise AssertionError(f"an answer does not fit its model: {misfits}")
    Tally.answers += 1


@functools.lru_cache(maxsize=None)
def compiled(pattern):
    """A model's pattern; None where Python has no such class of characters."""
    try:
        return re.compile(pattern)
    except re.error:
        return None


def misfit(shape, value, path):
    """What of a value its shape does not allow."""
    rules = shape.metadata
    if shape.type_name == "structure":
        yield from (f"{path} has no {name}" for name in shape.required_members if name not in value)
        for name, member in value.items():
            if name in shape.members:
                yield from misfit(shape.members[name], member, f"{path}.{name}")
    elif shape.type_name == "list":
        for element in value:
            yield from misfit(shape.member, element, path + "[]")
    elif shape.type_name == "map":
        for key, element in value.items():
            yield from misfit(shape.key, key, path + " key")
            yield from misfit(shape.value, element, f"{path}[{key}]")
    elif shape.type_name == "string":
        allowed = {word.upper() for word in shape.enum} if shape.name in CAPITALS else shape.enum
        if not isinstance(value, str) or (allowed and value not in allowed):
            yield f"{path} is {value!r}"
        if not rules.get("min", 0) <= len(value) <= rules.get("max", len(value)):
            yield f"{path} has {len(value)} characters"
        pattern = compiled(rules.get("pattern", ""))
        if pattern and not pattern.search(value):
            yield f"{path} is {value!r}, not {rules['pattern']}"
    else:
        kind = {"timestamp": datetime.datetime, "integer": int, "long": int, "boolean": bool}.get(shape.type_name, object)
        if not isinstance(value, kind):
            yield f"{path} is {value!r}"


class Simulator:
    """boto3 clients for a `simulate`."""

    def __init__(self, url, held_to_model=True):
        self.url = url
        self.held_to_model = held_to_model

    @functools.lru_cache(maxsize=None)
    def _client(self, service, region, key, secret, token, options):
        client = boto3.client(service, endpoint_url=self.url, region_name=region, aws_access_key_id=key,
                              aws_secret_access_key=secret, aws_session_token=token,
                              config=Config(**{"retries": {"total_max_attempts": 1}, "read_timeout": 20,
                                               "max_pool_connections": 30, **dict(options)}))
        if self.held_to_model:
            client.meta.events.register("after-call", hold_to_model)
        return client

    def client(self, service, region=HOME, keys=CALLER, **options):
        return self._client(service, region, keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"],
                            tuple((name, Frozen(value)) if isinstance(value, dict) else (name, value)
                                  for name, value in options.items()))

    def enter(self, account, **more):
        return self.client("sts").assume_role(RoleArn=role(account), RoleSessionName="boto3", **more)["Credentials"]

    def simple(self, service, keys=CALLER, **options):
        return getattr(self.client(service, keys=keys, **options), SIMPLE[service])

    def report(self):
        with urllib.request.urlopen(self.url + "/_rollcall/report", timeout=30) as answer:
            return json.load(answer)

    def reset(self):
        urllib.request.urlopen(urllib.request.Request(self.url + "/_rollcall/reset", method="POST"), timeout=30).close()


class Frozen(dict):
    """A dictionary that can be part of a cache's key."""

    def __hash__(self):
        return hash(tuple(sorted(self.items())))


class Process:
    """A `simulate` of our own; it is asked to end, and then has left nothing behind."""

    def __init__(self, directory, name, java, jar, scenario, *flags):
        self.directory = directory / name
        self.directory.mkdir()
        (self.directory / "scenario.yaml").write_text(scenario)
        self.log = open(self.directory / "err", "w+")
        self.process = subprocess.Popen([java, "-XX:TieredStopAtLevel=1", f"-Djava.io.tmpdir={self.directory}", "-jar", jar,
                                         "simulate", "--scenario", str(self.directory / "scenario.yaml"), *flags],
                                        stdout=subprocess.PIPE, stderr=self.log, text=True)

    def ready(self):
        words = self.process.stdout.readline().split()
        if words[:1] != ["ready"]:
            self.log.seek(0)
            raise AssertionError(f"said {words} where 'ready URL' was expected: {self.log.read()}")
        return Simulator(words[1], held_to_model=False)

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()

    def leftovers(self):
        return list(self.directory.glob("rollcall-objects-*"))


def role(account):
    return f"arn:aws:iam::{account}:role/RollcallAudit"


def pages(client, operation, key, size=None, **arguments):
    """A list's pages, by boto3's own paginator and by tokens handed on by hand; both have to come to the same."""
    limit, token, next_token = PAGES[client.meta.service_model.service_name]
    of_paginator = [page.get(key, []) for page in client.get_paginator(operation).paginate(
        **arguments, **({"PaginationConfig": {"PageSize": size}} if size else {}))]
    by_hand, more = [], ({limit: size} if size else {})
    while True:
        answer = getattr(client, operation)(**arguments, **more)
        by_hand.append(answer.get(key, []))
        if next_token not in answer:
            break
        Tally.empty_pages += not by_hand[-1]
        more[token] = answer[next_token]
        check(len(by_hand) < 1000, f"{operation} ends")
    same(of_paginator, by_hand, f"{operation} by paginator and by hand")
    check(not size or all(len(page) <= size for page in by_hand), f"{operation} keeps to the page's size")
    return by_hand


def listed(client, operation, key, size=None, **arguments):
    return [item for page in pages(client, operation, key, size, **arguments) for item in page]


def organizations(simulator):
    client = simulator.client("organizations")
    described = client.describe_organization()["Organization"]
    same((described["Id"], described["MasterAccountId"], described["FeatureSet"], described["AvailablePolicyTypes"]),
         ("o-rollcall01", MANAGEMENT, "ALL", []), "the organization")
    accounts = listed(client, "list_accounts", "Accounts", size=5)
    same(len(accounts), 24, "accounts")
    same(len({a["Id"] for a in accounts}), 24, "different accounts")
    same([len(page) for page in pages(client, "list_accounts", "Accounts") if page], [20, 4], "pages by default")
    by_id = {a["Id"]: a for a in accounts}
    same([i for i in by_id if i.startswith("0")], ["055394133325", "089835987062"], "leading zeros are kept")
    same([by_id[i]["Name"] for i in [MANAGEMENT, AUDIT, PAYMENT]], ["本社 管理アカウント", "監査 Audit", "決済-本番"],
         "Japanese names")
    hostile = ["acquired & co", "=cmd|' /C calc'!A0", "<b>web</b>", "_x0041_ctrl\x07\ttab", '"public", 一般公開',
               "../../fat-data"]
    same([a["Name"] for a in accounts if a["Name"] in hostile], hostile, "hostile names")
    joined = by_id[PAYMENT]["JoinedTimestamp"]
    check(isinstance(joined, datetime.datetime) and joined.tzinfo is not None, "a time with a zone")
    age = datetime.datetime.now(datetime.timezone.utc) - joined
    check(datetime.timedelta(0) < age < datetime.timedelta(days=367), "joined within the year before today")
    same(collections.Counter(a["State"] for a in accounts), {"ACTIVE": 22, "SUSPENDED": 1, "PENDING_ACTIVATION": 1}, "states")
    same({a["JoinedMethod"] for a in accounts}, {"INVITED", "CREATED"}, "ways to join")
    same(by_id[PAYMENT]["Arn"], f"arn:aws:organizations::{MANAGEMENT}:account/o-rollcall01/{PAYMENT}", "an ARN")
    same(client.describe_account(AccountId="055394133325")["Account"], by_id["055394133325"], "one account")
    tree(client, accounts)
    delegation(client)
    for token in ["garbage", "MCBMaXN0", base64.b64encode(b"0 ListRoots 1 global ").decode()]:
        refused("InvalidInputException", 400, client.list_accounts, NextToken=token)
    refused("InvalidInputException", 400, client.list_accounts, MaxResults=21)
    refused("ParentNotFoundException", 400, client.list_accounts_for_parent, ParentId="ou-none-11111111")
    refused("ParentNotFoundException", 400, client.list_organizational_units_for_parent, ParentId="ou-none-11111111")
    refused("ChildNotFoundException", 400, client.list_parents, ChildId="999999999999")
    refused("TargetNotFoundException", 400, client.list_tags_for_resource, ResourceId="999999999999")
    refused("AccountNotFoundException", 400, client.describe_account, AccountId="999999999999")
    member = simulator.client("organizations", keys=simulator.enter(PAYMENT))
    same(member.describe_organization()["Organization"], described, "a member may describe it")
    for call in [member.list_accounts, member.list_roots, member.list_delegated_administrators]:
        refused("AccessDeniedException", 400, call)
    for reader in [MANAGEMENT, IDENTITY]:
        reading = simulator.client("organizations", keys=simulator.enter(reader))
        same(listed(reading, "list_accounts", "Accounts"), accounts, "management and administrators read the same")


def tree(client, accounts):
    """Every account is where one walks to from the root, and says so itself."""
    roots = listed(client, "list_roots", "Roots")
    same([(r["Id"], r["Name"], r["PolicyTypes"]) for r in roots], [("r-roll", "Root", [])], "the root")
    placed, units = {}, [("r-roll", "Root")]
    for unit, path in units:
        units += [(u["Id"], path + "/" + u["Name"]) for u in listed(
            client, "list_organizational_units_for_parent", "OrganizationalUnits", size=2, ParentId=unit)]
        inside = listed(client, "list_accounts_for_parent", "Accounts", size=3, ParentId=unit)
        placed.update({a["Id"]: (unit, path) for a in inside})
    same(len(units), 9, "units")
    same(placed.keys(), {a["Id"] for a in accounts}, "every account is in one unit")
    same(placed[PAYMENT][1], "Root/Workloads/Prod/決済", "a nested unit with a Japanese name")
    check("Root/Policy Staging" in dict(units).values(), "a unit with nothing in it")
    for account in [MANAGEMENT, PAYMENT]:
        same([p["Id"] for p in client.list_parents(ChildId=account)["Parents"]], [placed[account][0]], "an account's parent")
    same(client.list_parents(ChildId="ou-roll-44444444")["Parents"],
         [{"Id": "ou-roll-33333333", "Type": "ORGANIZATIONAL_UNIT"}], "a unit's parent")
    same(client.list_parents(ChildId="ou-roll-22222222")["Parents"], [{"Id": "r-roll", "Type": "ROOT"}], "a root as parent")
    tags = {t["Key"]: t["Value"] for t in listed(client, "list_tags_for_resource", "Tags", ResourceId=PAYMENT)}
    same(tags, {"environment": "prod", "workload": "erp", "business-unit": "retail", "cost-center": "cc-104"}, "tags")
    japanese = listed(client, "list_tags_for_resource", "Tags", ResourceId=MANAGEMENT)
    check({"Key": "workload", "Value": "決済"} in japanese, "a Japanese tag")
    for untagged in [IDENTITY, "r-roll", "ou-roll-44444444"]:
        same(listed(client, "list_tags_for_resource", "Tags", ResourceId=untagged), [], "no tags")


def delegation(client):
    administrators = listed(client, "list_delegated_administrators", "DelegatedAdministrators", size=1)
    same([(a["Id"], a["Name"], a["Status"]) for a in administrators],
         [(AUDIT, "監査 Audit", "ACTIVE"), (IDENTITY, "identity", "ACTIVE")], "administrators")
    check(isinstance(administrators[0]["DelegationEnabledDate"], datetime.datetime), "a date of delegation")
    of_iam = listed(client, "list_delegated_administrators", "DelegatedAdministrators", ServicePrincipal="iam.amazonaws.com")
    same([a["Id"] for a in of_iam], [IDENTITY], "administrators of a service")
    services = listed(client, "list_delegated_services_for_account", "DelegatedServices", size=2, AccountId=AUDIT)
    same([s["ServicePrincipal"] for s in services], ["access-analyzer.amazonaws.com",
                                                     "config-multiaccountsetup.amazonaws.com", "config.amazonaws.com",
                                                     "guardduty.amazonaws.com", "securityhub.amazonaws.com"],
         "delegated services")
    trusted = listed(client, "list_aws_service_access_for_organization", "EnabledServicePrincipals", size=2)
    check({"iam.amazonaws.com", "config.amazonaws.com"} < {t["ServicePrincipal"] for t in trusted}, "trusted services")
    check(all(isinstance(t["DateEnabled"], datetime.datetime) for t in trusted), "dates of trust")
    refused("AccountNotRegisteredException", 400, client.list_delegated_services_for_account, AccountId=PAYMENT)
    refused("AccountNotFoundException", 400, client.list_delegated_services_for_account, AccountId="999999999999")


def entering(simulator):
    sts = simulator.client("sts")
    who = sts.get_caller_identity()
    same((who["Account"], who["Arn"]), (AUDIT, f"arn:aws:iam::{AUDIT}:user/rollcall"), "the audit account calls")
    answer = sts.assume_role(RoleArn=role(PAYMENT), RoleSessionName="boto3", DurationSeconds=900)
    left = (answer["Credentials"]["Expiration"] - datetime.datetime.now(datetime.timezone.utc)).total_seconds()
    check(800 < left <= 900, "a session of fifteen minutes")
    check("PackedPolicySize" not in answer, "no policy has no size")
    inside = simulator.client("sts", keys=answer["Credentials"]).get_caller_identity()
    same(inside["Arn"], f"arn:aws:sts::{PAYMENT}:assumed-role/RollcallAudit/boto3", "the identity inside")
    same((inside["Arn"], inside["UserId"]),
         (answer["AssumedRoleUser"]["Arn"], answer["AssumedRoleUser"]["AssumedRoleId"]), "the identity that was announced")
    for account, why in {"437360144576": "no role", "055394133325": "another ExternalId", "673428122074": "suspended",
                         "291462110823": "pending", "999999999999": "a stranger's"}.items():
        said = refused("AccessDenied", 403, sts.assume_role, RoleArn=role(account), RoleSessionName="boto3")
        same(said, f"User: arn:aws:iam::{AUDIT}:user/rollcall is not authorized to perform: sts:AssumeRole on resource: "
                   f"{role(account)}", why)
    refused("AccessDenied", 403, sts.assume_role, RoleArn=f"arn:aws:iam::{PAYMENT}:role/Other", RoleSessionName="boto3")
    refused("AccessDenied", 403, simulator.client("sts", keys=answer["Credentials"]).assume_role,
            RoleArn=role(NEW_REPORT), RoleSessionName="boto3")
    refused("ValidationError", 400, sts.assume_role, RoleArn=role(PAYMENT), RoleSessionName="boto3", DurationSeconds=50_000)
    refused("ValidationError", 400, sts.assume_role, RoleArn=role(PAYMENT), RoleSessionName="not a name")
    refused("ValidationError", 400, sts.assume_role, RoleArn="arn:aws:iam::1:role/Rollcall", RoleSessionName="boto3")
    refused("MalformedPolicyDocument", 400, sts.assume_role, RoleArn=role(PAYMENT), RoleSessionName="boto3", Policy="{")


def credentials(simulator):
    stranger = {"AccessKeyId": "AKIASTRANGERXXXXXXXX", "SecretAccessKey": "s", "SessionToken": None}
    one, other = simulator.enter(PAYMENT), simulator.enter(SHAPES)
    tampered = dict(one, SessionToken=one["SessionToken"][:-1] + ("0" if one["SessionToken"][-1] != "0" else "1"))
    mixed = dict(one, SessionToken=other["SessionToken"])
    json_like, rest = ("UnrecognizedClientException", 400), ("UnrecognizedClientException", 403)
    query = ("InvalidClientTokenId", 403)
    for service, refusal in {"sts": query, "iam": query, "organizations": json_like, "config": json_like,
                             "cloudtrail": json_like, "account": rest, "accessanalyzer": rest}.items():
        for keys in [stranger, tampered, mixed]:
            refused(*refusal, simulator.simple(service, keys))
    refused("InvalidAccessKeyId", 403, simulator.simple("s3", stranger))
    for keys in [tampered, mixed]:
        refused("InvalidToken", 400, simulator.simple("s3", keys))
    closed = simulator.enter("527530088321")
    for service, refusal in {"config": json_like, "cloudtrail": json_like, "accessanalyzer": rest}.items():
        refused(*refusal, getattr(simulator.client(service, MILAN, closed), SIMPLE[service]))
        same(attempt(getattr(simulator.client(service, TOKYO, closed), SIMPLE[service])), "answered", "in another Region")


def policies(simulator):
    def narrowed(*statements):
        document = json.dumps({"Version": "2012-10-17", "Statement": [dict(s, Resource="*") for s in statements]})
        return simulator.client("sts").assume_role(RoleArn=role(PAYMENT), RoleSessionName="boto3", Policy=document)

    answer = narrowed({"Effect": "Allow", "Action": ["iam:Get*", "CONFIG:describeconfigrules", "account:ListRegion?"]},
                      {"Effect": "Deny", "Action": "iam:GetCredentialReport"})
    check(0 < answer["PackedPolicySize"] <= 100, "a policy has a size")
    keys = answer["Credentials"]
    for call in [simulator.simple("iam", keys), simulator.simple("config", keys), simulator.simple("account", keys)]:
        same(attempt(call), "answered", "what the policy allows, whatever its case")
    for call, code, status, action in [
            (simulator.client("iam", keys=keys).list_virtual_mfa_devices, "AccessDenied", 403, "iam:ListVirtualMFADevices"),
            (simulator.client("config", keys=keys).describe_delivery_channels, "AccessDeniedException", 400,
             "config:DescribeDeliveryChannels"),
            (simulator.simple("accessanalyzer", keys), "AccessDeniedException", 403, "access-analyzer:ListAnalyzers"),
            (simulator.simple("cloudtrail", keys), "AccessDeniedException", 400, "cloudtrail:DescribeTrails")]:
        said = refused(code, status, call)
        check(f"because no session policy allows the {action} action" in said, f"why {action} is refused: {said}")
    refused("AccessDenied", 403, simulator.client("iam", keys=keys).get_credential_report)
    same(simulator.simple("sts", keys)()["Account"], PAYMENT, "who one is may always be asked")
    denied = simulator.client("accessanalyzer", TOKYO, simulator.enter("145564077070"))
    analyzer = listed(denied, "list_analyzers", "analyzers")[0]["arn"]
    said = refused("AccessDeniedException", 403, denied.list_findings, analyzerArn=analyzer)
    check(said.endswith("because no identity-based policy allows the access-analyzer:ListFindings action"), "the role denies")


def iam(simulator):
    root = simulator.client("iam", keys=simulator.enter(FAT))
    summary = root.get_account_summary()["SummaryMap"]
    same({key: summary[key] for key in ["AccountMFAEnabled", "AccountAccessKeysPresent", "AccountPasswordPresent"]},
         {"AccountMFAEnabled": 1, "AccountAccessKeysPresent": 0, "AccountPasswordPresent": 1}, "a map of integers")
    devices = listed(root, "list_virtual_mfa_devices", "VirtualMFADevices", size=1, AssignmentStatus="Assigned")
    of_root = [d for d in devices if d["SerialNumber"] == f"arn:aws:iam::{FAT}:mfa/root-account-mfa-device"]
    same([d["User"]["Arn"] for d in of_root], [f"arn:aws:iam::{FAT}:root"], "root's device")
    check(isinstance(of_root[0]["EnableDate"], datetime.datetime), "a time in XML")
    same(listed(root, "list_virtual_mfa_devices", "VirtualMFADevices", AssignmentStatus="Unassigned"), [], "none is spare")
    refused("ValidationError", 400, root.list_virtual_mfa_devices, Marker="garbage")
    silent = simulator.client("iam", keys=simulator.enter(IDENTITY))
    check("AccountPasswordPresent" not in silent.get_account_summary()["SummaryMap"], "a summary with half of the keys")
    fresh = simulator.client("iam", keys=simulator.enter(NEW_REPORT))
    refused("ReportNotPresent", 410, fresh.get_credential_report)
    same(fresh.generate_credential_report()["State"], "STARTED", "a report is begun")
    refused("ReportInProgress", 404, fresh.get_credential_report)
    same(fresh.generate_credential_report()["State"], "COMPLETE", "a report is made")
    report = fresh.get_credential_report()
    same(report["ReportFormat"], "text/csv", "a format")
    rows = list(csv.DictReader(io.StringIO(report["Content"].decode())))
    same((rows[0]["user"], rows[0]["arn"], rows[0]["mfa_active"]),
         ("<root_account>", f"arn:aws:iam::{NEW_REPORT}:root", "false"), "a decoded blob")
    check(all(len(row) == 22 and None not in row for row in rows), "a report of 22 columns")
    features = silent.list_organizations_features()
    same((features["OrganizationId"], features["EnabledFeatures"]),
         ("o-rollcall01", ["RootCredentialsManagement", "RootSessions"]), "a list in XML")
    refused("AccountNotManagementOrDelegatedAdministratorException", 400, fresh.list_organizations_features)
    users = users_with_commas(simulator)
    check(users and all(user == "tanaka,taro" for user in users), f"commas in a report's cells: {users}")


def users_with_commas(simulator):
    users = []
    for account in [MANAGEMENT, SHAPES, FAT, "471801998313", "089835987062", "617700032066", "235734020815"]:
        client = simulator.client("iam", keys=simulator.enter(account))
        client.generate_credential_report()
        rows = csv.DictReader(io.StringIO(client.get_credential_report()["Content"].decode()))
        users += [row["user"] for row in rows if "," in row["user"]]
    return users


def account(simulator):
    client = simulator.client("account", keys=simulator.enter("527530088321"))
    regions = listed(client, "list_regions", "Regions", size=2)
    same({r["RegionName"]: r["RegionOptStatus"] for r in regions},
         {HOME: "ENABLED_BY_DEFAULT", TOKYO: "ENABLED_BY_DEFAULT", MILAN: "DISABLED", "af-south-1": "DISABLED"}, "Regions")
    enabled = listed(client, "list_regions", "Regions", RegionOptStatusContains=["ENABLED_BY_DEFAULT", "ENABLED"])
    same([r["RegionName"] for r in enabled], [HOME, TOKYO], "a filter of two words")
    opted = listed(simulator.client("account", keys=simulator.enter(PAYMENT)), "list_regions", "Regions",
                   RegionOptStatusContains=["ENABLED"])
    same(opted, [{"RegionName": MILAN, "RegionOptStatus": "ENABLED"}], "opted in")
    refused("ValidationException", 400, client.list_regions, NextToken="garbage")
    refused("ValidationException", 400, client.list_regions, MaxResults=51)
    refused("AccessDeniedException", 403, client.list_regions, AccountId=PAYMENT)


def basics(simulator):
    dev, legacy, public = "201292167078", "819326155827", "089835987062"
    of_others = simulator.client("account", keys=simulator.enter(IDENTITY))
    contact = of_others.get_alternate_contact(AccountId=legacy, AlternateContactType="SECURITY")["AlternateContact"]
    same(contact["EmailAddress"], "security@vendor.example.net", "a contact of a member")
    refused("ResourceNotFoundException", 404, of_others.get_alternate_contact, AccountId=dev, AlternateContactType="SECURITY")
    refused("AccessDeniedException", 403, of_others.get_alternate_contact, AccountId=MANAGEMENT, AlternateContactType="SECURITY")
    own = simulator.client("account", keys=simulator.enter(MANAGEMENT))
    check(own.get_alternate_contact(AlternateContactType="SECURITY"), "management of itself")
    refused("NoSuchEntity", 404, simulator.client("iam", keys=simulator.enter(dev)).get_account_password_policy)
    policy = simulator.client("iam", keys=simulator.enter(legacy)).get_account_password_policy()["PasswordPolicy"]
    same((policy["MinimumPasswordLength"], policy["MaxPasswordAge"]), (8, 90), "a policy of passwords")
    same(block(simulator, PAYMENT), {"BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": True,
                                     "RestrictPublicBuckets": False}, "three of four")
    refused_block(simulator, public)
    defaults(simulator, dev)


def s3control(simulator, account):
    """The account stands before the host, which an address cannot have: it is taken away before signing."""
    client = simulator.client("s3control", keys=simulator.enter(account))
    client.meta.events.register_first("before-sign.s3-control.*", without_account, unique_id="without-account")
    return client


def without_account(request, **_):
    request.url = re.sub(r"//\d{12}\.", "//", request.url)


def block(simulator, account):
    return s3control(simulator, account).get_public_access_block(AccountId=account)["PublicAccessBlockConfiguration"]


def refused_block(simulator, account):
    refused("NoSuchPublicAccessBlockConfiguration", 404, s3control(simulator, account).get_public_access_block,
            AccountId=account)


def defaults(simulator, dev):
    closed = simulator.client("ec2", HOME, simulator.enter(PAYMENT))
    same(closed.get_instance_metadata_defaults()["AccountLevel"],
         {"HttpTokens": "required", "HttpPutResponseHopLimit": 2, "ManagedBy": "declarative-policy"}, "defaults of metadata")
    same(closed.get_snapshot_block_public_access_state()["State"], "block-all-sharing", "snapshots")
    same(closed.get_ebs_encryption_by_default()["EbsEncryptionByDefault"], True, "volumes")
    same(closed.get_serial_console_access_status()["SerialConsoleAccessEnabled"], False, "a console")
    internet = closed.describe_vpc_block_public_access_options()["VpcBlockPublicAccessOptions"]
    same((internet["InternetGatewayBlockMode"], internet["ExclusionsAllowed"]), ("off", "not-allowed"), "VPCs")
    same(closed.get_allowed_images_settings()["State"], "disabled", "images that may be launched")
    untouched = simulator.client("ec2", TOKYO, simulator.enter(dev))
    same(untouched.get_image_block_public_access_state()["ImageBlockPublicAccessState"], "unblocked", "images")
    same(untouched.get_instance_metadata_defaults()["AccountLevel"], {"ManagedBy": "account"}, "no preference")


def guardduty(simulator):
    management = simulator.client("guardduty", keys=simulator.enter(MANAGEMENT))
    same(listed(management, "list_organization_admin_accounts", "AdminAccounts", size=1),
         [{"AdminAccountId": AUDIT, "AdminStatus": "ENABLED"}], "GuardDuty's administrator")
    refused("BadRequestException", 400, simulator.client("guardduty", keys=simulator.enter(PAYMENT))
            .list_organization_admin_accounts)
    client = simulator.client("guardduty", keys=simulator.enter(AUDIT))
    detector, = listed(client, "list_detectors", "DetectorIds", size=1)
    own = client.get_detector(DetectorId=detector)
    same(own["Status"], "ENABLED", "a detector")
    check({"FLOW_LOGS", "CLOUD_TRAIL", "DNS_LOGS"} < {feature["Name"] for feature in own["Features"]}, "its features")
    check(client.describe_organization_configuration(DetectorId=detector)["AutoEnableOrganizationMembers"], "an automatism")
    members = {m["AccountId"]: m["RelationshipStatus"] for m in listed(
        client, "list_members", "Members", size=5, DetectorId=detector, OnlyAssociated="false")}
    same((members["145564077070"], members["235734020815"]), ("Created", "Enabled"), "members")
    described = client.get_member_detectors(DetectorId=detector, AccountIds=["527530088321", "235734020815"])
    same([account["AccountId"] for account in described["UnprocessedAccounts"]], ["527530088321"], "not processed")
    same([member["AccountId"] for member in described["MemberDataSourceConfigurations"]], ["235734020815"], "processed")
    refused("BadRequestException", 400, client.get_detector, DetectorId="0" * 32)
    unarchived = {"service.archived": {"Equals": ["false"]}}
    by_severity = client.get_findings_statistics(DetectorId=detector, GroupBy="SEVERITY", MaxResults=100, FindingCriteria={
        "Criterion": unarchived})["FindingStatistics"]["GroupedBySeverity"]
    same({group["Severity"]: group["TotalFindings"] for group in by_severity}, {2.0: 60, 8.0: 2, 5.0: 1}, "by severity")
    severe = {"Criterion": {**unarchived, "severity": {"GreaterThanOrEqual": 7}}}
    by_account = client.get_findings_statistics(DetectorId=detector, GroupBy="ACCOUNT", MaxResults=100,
                                                FindingCriteria=severe)
    same({group["AccountId"] for group in by_account["FindingStatistics"]["GroupedByAccount"]},
         {"089835987062", "471801998313"}, "by account")
    by_type = client.get_findings_statistics(DetectorId=detector, GroupBy="FINDING_TYPE", MaxResults=1)
    check(by_type["NextToken"], "more types than were asked for")
    found = listed(client, "list_findings", "FindingIds", size=1, DetectorId=detector, FindingCriteria=severe)
    findings = client.get_findings(DetectorId=detector, FindingIds=found)["Findings"]
    same(sorted(finding["AccountId"] for finding in findings), ["089835987062", "471801998313"], "findings of members")
    check(all(not finding["Service"]["Archived"] for finding in findings), "open ones")
    refused("BadRequestException", 400, client.list_findings, DetectorId=detector,
            FindingCriteria={"Criterion": {"no.such": {"Equals": ["x"]}}})
    suspended = simulator.client("guardduty", keys=simulator.enter(NEW_REPORT))
    same(suspended.get_detector(DetectorId=listed(suspended, "list_detectors", "DetectorIds")[0])["Status"], "DISABLED",
         "a suspended detector")


def securityhub(simulator):
    management = simulator.client("securityhub", keys=simulator.enter(MANAGEMENT))
    same([a["AccountId"] for a in listed(management, "list_organization_admin_accounts", "AdminAccounts", size=1)], [AUDIT],
         "Security Hub's administrator")
    client = simulator.client("securityhub", keys=simulator.enter(AUDIT))
    same(client.describe_organization_configuration()["OrganizationConfiguration"]["ConfigurationType"], "CENTRAL",
         "who configures")
    aggregator, = listed(client, "list_finding_aggregators", "FindingAggregators", size=1)
    same(client.get_finding_aggregator(FindingAggregatorArn=aggregator["FindingAggregatorArn"])["FindingAggregationRegion"],
         HOME, "where findings come together")
    policies = listed(client, "list_configuration_policies", "ConfigurationPolicySummaries", size=1)
    check(client.get_configuration_policy(Identifier=policies[0]["Id"])["ConfigurationPolicy"]["SecurityHub"], "a policy")
    associations = listed(client, "list_configuration_policy_associations", "ConfigurationPolicyAssociationSummaries", size=7)
    check("FAILED" in {association["AssociationStatus"] for association in associations}, "one that failed")
    members = {m["AccountId"]: m["MemberStatus"] for m in listed(
        client, "list_members", "Members", size=5, OnlyAssociated=False)}
    same(members["471801998313"], "Removed", "a member that is none")
    failed = listed(client, "get_findings", "Findings", size=2, Filters={
        "ComplianceStatus": [{"Value": "FAILED", "Comparison": "EQUALS"}],
        "SeverityLabel": [{"Value": "CRITICAL", "Comparison": "EQUALS"}]})
    same({finding["AwsAccountId"] for finding in failed}, {"089835987062"}, "what failed")
    blind = simulator.client("securityhub", keys=simulator.enter(SHAPES))
    check(blind.describe_hub()["HubArn"], "a hub")
    standard, = listed(blind, "get_enabled_standards", "StandardsSubscriptions", size=1)
    same((standard["StandardsStatus"], standard["StandardsStatusReason"]["StatusReasonCode"]),
         ("READY", "NO_AVAILABLE_CONFIGURATION_RECORDER"), "a standard that sees nothing")
    refused("InvalidAccessException", 401, blind.describe_organization_configuration)
    off = simulator.client("securityhub", TOKYO, simulator.enter(NEW_REPORT))
    refused("InvalidAccessException", 401, off.describe_hub)
    check(off.describe_security_hub_v2()["HubV2Arn"], "the other Security Hub")
    refused("ResourceNotFoundException", 404, blind.describe_security_hub_v2)


def analyzers(simulator):
    client = simulator.client("accessanalyzer", MILAN, simulator.enter("089835987062"))
    found = listed(client, "list_analyzers", "analyzers", size=1)
    same([(a["type"], a["status"], a["name"]) for a in found], [("ACCOUNT", "ACTIVE", "account")], "an analyzer")
    check(isinstance(found[0]["createdAt"], datetime.datetime), "a time in ISO 8601")
    same(listed(client, "list_analyzers", "analyzers", type="ORGANIZATION"), [], "a type in the query string")
    arn = found[0]["arn"]
    findings = listed(client, "list_findings", "findings", size=2, analyzerArn=arn, filter={"status": {"eq": ["ACTIVE"]}})
    same([f["principal"] for f in findings],
         [{"AWS": "*"}, {"AWS": "999988887777"}, {"AWS": AUDIT}, {"Federated": "accounts.google.com"},
          {"Service": "delivery.logs.amazonaws.com"}, {}], "principals")
    same([f["isPublic"] for f in findings], [True] + [False] * 5, "public is a boolean")
    same([f.get("error") for f in findings], [None] * 5 + ["ACCESS_DENIED"], "an error where there is one")
    same({f["resourceType"] for f in findings}, {"AWS::S3::Bucket", "AWS::IAM::Role"}, "types")
    same({f["resourceOwnerAccount"] for f in findings}, {"089835987062"}, "an owner with a leading zero")
    check(all(f["analyzedAt"] and isinstance(f["updatedAt"], datetime.datetime) for f in findings), "times")
    for criterion in [{"eq": ["ARCHIVED"]}, {"neq": ["ACTIVE"]}]:
        same(listed(client, "list_findings", "findings", analyzerArn=arn, filter={"status": criterion}), [], "none is archived")
    refused("ResourceNotFoundException", 404, client.list_findings, analyzerArn=arn + "x")
    refused("ResourceNotFoundException", 404, client.list_archive_rules, analyzerName="none")
    refused("ValidationException", 400, client.list_archive_rules, analyzerName="account", nextToken="garbage")
    refused("ValidationException", 400, client.list_analyzers, maxResults=1000)
    refused("ValidationException", 400, client.list_analyzers, nextToken="garbage")
    refused("ValidationException", 400, client.list_findings, analyzerArn=arn, nextToken="garbage")
    audit = simulator.client("accessanalyzer")
    types = {a["type"]: a["arn"] for a in listed(audit, "list_analyzers", "analyzers")}
    same(set(types), {"ORGANIZATION", "ORGANIZATION_UNUSED_ACCESS"}, "two analyzers")
    refused("ValidationException", 400, audit.list_findings, analyzerArn=types["ORGANIZATION_UNUSED_ACCESS"])
    refused("ValidationException", 400, audit.list_findings_v2, analyzerArn=types["ORGANIZATION"])
    refused("ValidationException", 400, audit.list_findings_v2, analyzerArn=types["ORGANIZATION_UNUSED_ACCESS"],
            nextToken="garbage")
    unused = listed(audit, "list_findings_v2", "findings", analyzerArn=types["ORGANIZATION_UNUSED_ACCESS"])
    same(sorted((f["resourceOwnerAccount"], f["findingType"], f["status"]) for f in unused),
         [("201292167078", "UnusedIAMRole", "ACTIVE"), ("201292167078", "UnusedIAMUserAccessKey", "ACTIVE"),
          ("201292167078", "UnusedIAMUserPassword", "ACTIVE"), ("235734020815", "UnusedPermission", "ACTIVE"),
          ("965224189580", "UnusedIAMRole", "ARCHIVED")], "what nobody uses")
    same(len(listed(audit, "list_findings_v2", "findings", analyzerArn=types["ORGANIZATION_UNUSED_ACCESS"],
                    filter={"status": {"eq": ["ARCHIVED"]}})), 1, "one is archived")
    same([a["configuration"] for a in listed(audit, "list_analyzers", "analyzers") if "configuration" in a],
         [{"unusedAccess": {"unusedAccessAge": 90, "analysisRule": {"exclusions": [{"accountIds": ["909496099572"]}]}}}],
         "how it is set up")
    seen = listed(audit, "list_findings", "findings", analyzerArn=types["ORGANIZATION"])
    same({f["resourceOwnerAccount"] for f in seen}, {NEW_REPORT, "089835987062"}, "the organization's findings")
    same([f["resourceControlPolicyRestriction"] for f in seen if f["isPublic"]], ["APPLICABLE"], "a resource control policy")
    disabled = simulator.client("accessanalyzer", MILAN, simulator.enter("235734020815"))
    same([a["status"] for a in listed(disabled, "list_analyzers", "analyzers")], ["DISABLED"], "an analyzer that is off")


def recorders(simulator):
    shapes = simulator.enter(SHAPES)
    off, stopped, partial = [simulator.client("config", region, shapes) for region in REGIONS]
    for call, key in [("describe_configuration_recorders", "ConfigurationRecorders"),
                      ("describe_configuration_recorder_status", "ConfigurationRecordersStatus"),
                      ("describe_delivery_channels", "DeliveryChannels"),
                      ("describe_delivery_channel_status", "DeliveryChannelsStatus")]:
        same(getattr(off, call)()[key], [], "nothing, where nothing is")
        named = "DeliveryChannelNames" if "delivery" in call else "ConfigurationRecorderNames"
        code = "NoSuchDeliveryChannelException" if "delivery" in call else "NoSuchConfigurationRecorderException"
        refused(code, 400, getattr(off, call), **{named: ["default"]})
        refused(code, 400, getattr(partial, call), **{named: ["another"]})
        same([item["name"] for item in getattr(partial, call)(**{named: ["default"]})[key]], ["default"], "one by its name")
    status = stopped.describe_configuration_recorder_status()["ConfigurationRecordersStatus"][0]
    check(status["recording"] is False and status["lastStartTime"] < status["lastStopTime"], "a stopped recorder")
    group = partial.describe_configuration_recorders()["ConfigurationRecorders"][0]["recordingGroup"]
    same((group["allSupported"], group["resourceTypes"], group["recordingStrategy"]["useOnly"]),
         (False, ["AWS::EC2::Instance", "AWS::S3::Bucket"], "INCLUSION_BY_RESOURCE_TYPES"), "a recorder of some types")
    every = stopped.describe_configuration_recorders()["ConfigurationRecorders"][0]["recordingGroup"]
    check(every["allSupported"] and every["includeGlobalResourceTypes"] and every["resourceTypes"] == [], "one of all types")
    fat = simulator.enter(FAT)
    failing = simulator.client("config", TOKYO, fat).describe_delivery_channel_status()["DeliveryChannelsStatus"][0]
    history = failing["configHistoryDeliveryInfo"]
    same((history["lastStatus"], history["lastErrorCode"]), ("FAILURE", "AccessDenied"), "a delivery that fails")
    working = simulator.client("config", HOME, fat).describe_delivery_channel_status()["DeliveryChannelsStatus"][0]
    check("lastErrorCode" not in working["configHistoryDeliveryInfo"], "one that works has no error")
    channels = simulator.client("config", HOME, fat).describe_delivery_channels()["DeliveryChannels"]
    same(channels, [{"name": "default", "s3BucketName": "config-347190200831"}], "a channel")


def rules(simulator):
    keys = simulator.enter(FAT)
    client = simulator.client("config", keys=keys)
    found = listed(client, "describe_config_rules", "ConfigRules")
    same(len({r["ConfigRuleArn"] for r in found}), 20, "rules")
    same(found[0]["Source"], {"Owner": "AWS", "SourceIdentifier": "S3_BUCKET_PUBLIC_READ_PROHIBITED"}, "a rule's source")
    names = [r["ConfigRuleName"] for r in found]
    some = listed(client, "describe_config_rules", "ConfigRules", ConfigRuleNames=names[3:5])
    same([r["ConfigRuleName"] for r in some], names[3:5], "rules by name")
    compliance = listed(client, "describe_compliance_by_config_rule", "ComplianceByConfigRules")
    same([c["ConfigRuleName"] for c in compliance], names, "a verdict for each")
    same(compliance[0]["Compliance"], {"ComplianceType": "NON_COMPLIANT", "ComplianceContributorCount":
                                       {"CappedCount": 100, "CapExceeded": True}}, "a count that is capped")
    same(listed(client, "describe_compliance_by_config_rule", "ComplianceByConfigRules", ComplianceTypes=["COMPLIANT"]), [],
         "none is well")
    resources(client, names[0])
    ran = listed(client, "describe_config_rule_evaluation_status", "ConfigRulesEvaluationStatus")
    same([r["ConfigRuleName"] for r in ran], names, "when each was evaluated")
    check(all(r["FirstEvaluationStarted"] and r["FirstActivatedTime"] < r["LastSuccessfulEvaluationTime"] for r in ran),
          "no rule is evaluated before it is there")
    odd = simulator.client("config", MILAN, keys)
    verdicts = listed(odd, "describe_compliance_by_config_rule", "ComplianceByConfigRules")
    same([c["Compliance"]["ComplianceType"] for c in verdicts], ["NOT_APPLICABLE", "INSUFFICIENT_DATA", "NON_COMPLIANT"],
         "verdicts")
    same(verdicts[2]["Compliance"]["ComplianceContributorCount"], {"CappedCount": 3, "CapExceeded": False}, "a small count")
    refused("InvalidLimitException", 400, client.get_compliance_details_by_config_rule, ConfigRuleName=names[0], Limit=101)
    for call, arguments in [(client.get_compliance_details_by_config_rule, {"ConfigRuleName": "none"}),
                            (client.describe_config_rules, {"ConfigRuleNames": ["none"]}),
                            (client.describe_config_rule_evaluation_status, {"ConfigRuleNames": ["none"]}),
                            (client.describe_compliance_by_config_rule, {"ConfigRuleNames": ["none"]})]:
        refused("NoSuchConfigRuleException", 400, call, **arguments)
    for call, arguments in [(client.get_compliance_details_by_config_rule, {"ConfigRuleName": names[0]}),
                            (client.describe_config_rules, {}), (client.describe_config_rule_evaluation_status, {}),
                            (client.describe_compliance_by_config_rule, {})]:
        refused("InvalidNextTokenException", 400, call, NextToken="garbage", **arguments)


def resources(client, rule):
    """Ten thousand resources break the rule; so many pages are not read by hand."""
    page = client.get_compliance_details_by_config_rule(ConfigRuleName=rule)
    while not page["EvaluationResults"]:
        page = client.get_compliance_details_by_config_rule(ConfigRuleName=rule, NextToken=page["NextToken"])
    same(len(page["EvaluationResults"]), 10, "ten on a page by default")
    paginator = client.get_paginator("get_compliance_details_by_config_rule")
    details = paginator.paginate(ConfigRuleName=rule, ComplianceTypes=["NON_COMPLIANT"],
                                 PaginationConfig={"PageSize": 100, "MaxItems": 1000}).build_full_result()
    check("NextToken" in details, "there are more than a thousand")
    results = details["EvaluationResults"]
    ids = {r["EvaluationResultIdentifier"]["EvaluationResultQualifier"]["ResourceId"] for r in results}
    same((len(results), len(ids)), (1000, 1000), "a thousand different resources")
    same(results[0]["Annotation"], f"=the resource breaks {rule}", "an annotation that a spreadsheet would run")
    check(isinstance(results[0]["EvaluationResultIdentifier"]["OrderingTimestamp"], datetime.datetime), "a nested time")
    same(listed(client, "get_compliance_details_by_config_rule", "EvaluationResults", ConfigRuleName=rule,
                ComplianceTypes=["COMPLIANT"]), [], "none that keeps it")


def aggregators(simulator):
    audit = simulator.client("config")
    found = listed(audit, "describe_configuration_aggregators", "ConfigurationAggregators", size=5)
    source = found[0]["OrganizationAggregationSource"]
    same((len(found), source["AllAwsRegions"], source["AwsRegions"]), (1, False, [HOME, TOKYO]), "it misses a Region")
    sources = listed(audit, "describe_configuration_aggregator_sources_status", "AggregatedSourceStatusList", size=20,
                     ConfigurationAggregatorName="organization")
    same(collections.Counter(s["LastUpdateStatus"] for s in sources), {"SUCCEEDED": 47, "FAILED": 1}, "sources")
    same([(s["SourceId"], s["AwsRegion"], s["LastErrorCode"]) for s in sources if s["LastUpdateStatus"] == "FAILED"],
         [(SHAPES, HOME, "NoSuchConfigurationRecorder")], "the source that fails")
    check("055394133325" in {s["SourceId"] for s in sources}, "an account with a leading zero")
    for call, arguments in [
            (audit.describe_configuration_aggregators, {"ConfigurationAggregatorNames": ["none"]}),
            (audit.describe_configuration_aggregator_sources_status, {"ConfigurationAggregatorName": "none"})]:
        refused("NoSuchConfigurationAggregatorException", 400, call, **arguments)
    refused("InvalidLimitException", 400, audit.describe_configuration_aggregators, Limit=101)
    refused("InvalidNextTokenException", 400, audit.describe_configuration_aggregators, NextToken="garbage")
    same(listed(simulator.client("config", TOKYO), "describe_configuration_aggregators", "ConfigurationAggregators"), [],
         "none in another Region")
    refused("UnknownOperationException", 400, simulator.client("config", MILAN).describe_configuration_aggregators)


def cloudtrail(simulator):
    keys = simulator.enter(PAYMENT)
    client, away = simulator.client("cloudtrail", HOME, keys), simulator.client("cloudtrail", MILAN, keys)
    same({t["Name"] for t in client.describe_trails()["trailList"]}, {"audit", "organization"}, "shadows show")
    own = client.describe_trails(includeShadowTrails=False)["trailList"]
    same([(t["HomeRegion"], t["IsMultiRegionTrail"], t["IsOrganizationTrail"], t["LogFileValidationEnabled"]) for t in own],
         [(HOME, True, False, True)], "the account's own")
    same(away.describe_trails()["trailList"], own, "a shadow in another Region")
    same(away.describe_trails(includeShadowTrails=False)["trailList"], [], "no shadow")
    same(client.describe_trails(trailNameList=["audit"])["trailList"], own, "a trail by name")
    same(client.describe_trails(trailNameList=["none"])["trailList"], [], "a trail of no name")
    arn = own[0]["TrailARN"]
    status = client.get_trail_status(Name=arn)
    check(status["IsLogging"] is True and isinstance(status["LatestDeliveryTime"], datetime.datetime), "a status")
    check("LatestDeliveryError" not in status, "a delivery that works")
    selectors = client.get_event_selectors(TrailName=arn)
    same(selectors["AdvancedEventSelectors"],
         [{"Name": "なんでも Management", "FieldSelectors": [{"Field": "eventCategory", "Equals": ["Management"]},
                                                    {"Field": "readOnly", "Equals": ["true"]}]}], "advanced selectors")
    legacy = simulator.client("cloudtrail", keys=simulator.enter("819326155827"))
    basic = {name: legacy.get_event_selectors(TrailName=name)["EventSelectors"][0] for name in ["audit", "reads"]}
    same({name: (s["ReadWriteType"], s["IncludeManagementEvents"], s["DataResources"]) for name, s in basic.items()},
         {"audit": ("WriteOnly", True, []), "reads": ("ReadOnly", True, [])}, "basic selectors")
    refused("TrailNotFoundException", 400, client.get_trail_status, Name="organization")
    refused("TrailNotFoundException", 400, client.get_event_selectors, TrailName="none")
    of_organization = [t["TrailARN"] for t in client.describe_trails()["trailList"] if t["IsOrganizationTrail"]]
    check(client.get_trail_status(Name=of_organization[0])["IsLogging"], "another account's trail by its ARN")
    stopped = simulator.client("cloudtrail", keys=simulator.enter("853768009564")).get_trail_status(Name="audit")
    check(stopped["IsLogging"] is False, "a stopped trail")
    failing = simulator.client("cloudtrail", keys=simulator.enter("471801998313")).get_trail_status(Name="audit")
    same(failing["LatestDeliveryError"], "NoSuchBucket", "a delivery that fails")


def kms(simulator):
    legacy, milan = "819326155827", simulator.client("kms", MILAN, simulator.enter("819326155827"))
    client = simulator.client("kms", HOME, simulator.enter(legacy))
    arn = f"arn:aws:kms:{HOME}:{legacy}:key/2f6c1d04-7a55-4f0e-9a1e-0c3b5f7d9e11"
    key = client.describe_key(KeyId=arn)["KeyMetadata"]
    same((key["Arn"], key["AWSAccountId"], key["KeyState"], key["Enabled"], key["KeyManager"], key["Origin"], key["KeySpec"]),
         (arn, legacy, "Enabled", True, "CUSTOMER", "AWS_KMS", "SYMMETRIC_DEFAULT"), "a key")
    same(client.get_key_rotation_status(KeyId=arn)["KeyRotationEnabled"], False, "a key that is not rotated")
    refused("NotFoundException", 400, client.describe_key, KeyId=arn.replace("key/2", "key/3"))
    refused("NotFoundException", 400, milan.describe_key, KeyId=arn)
    refused("AccessDeniedException", 400, simulator.client("kms", HOME, simulator.enter(PAYMENT)).describe_key, KeyId=arn)
    web = simulator.client("kms", TOKYO, simulator.enter("235734020815"))
    leaving = web.describe_key(KeyId=arn.replace(HOME, TOKYO).replace(legacy, "235734020815"))["KeyMetadata"]
    check(leaving["KeyState"] == "PendingDeletion" and leaving["DeletionDate"], "a key that is to be deleted")
    imported = arn.replace(legacy, IDENTITY)
    identity = simulator.client("kms", HOME, simulator.enter(IDENTITY))
    same(identity.describe_key(KeyId=imported)["KeyMetadata"]["Origin"], "EXTERNAL", "imported material")
    refused("UnsupportedOperationException", 400, identity.get_key_rotation_status, KeyId=imported)


def buckets(simulator):
    """The buckets of trails: one that is guarded, one as S3 made them in its early days."""
    logs, legacy = "347190200831", "819326155827"
    client, own = simulator.client("s3", keys=simulator.enter(logs)), {"Bucket": f"trail-{logs}", "ExpectedBucketOwner": logs}
    same(set(client.get_public_access_block(**own)["PublicAccessBlockConfiguration"].values()), {True}, "a block")
    same(client.get_bucket_policy_status(**own)["PolicyStatus"]["IsPublic"], False, "a policy that is not public")
    check("aws:SecureTransport" in client.get_bucket_policy(**own)["Policy"], "a policy")
    same([(g["Permission"], g["Grantee"]["Type"]) for g in client.get_bucket_acl(**own)["Grants"]],
         [("FULL_CONTROL", "CanonicalUser")], "grants")
    same(client.get_bucket_logging(**own)["LoggingEnabled"]["TargetBucket"], f"access-{logs}", "where requests are logged")
    same(client.get_bucket_versioning(**own)["Status"], "Enabled", "versions")
    same(client.get_object_lock_configuration(**own)["ObjectLockConfiguration"]["Rule"]["DefaultRetention"],
         {"Mode": "COMPLIANCE", "Years": 1}, "a lock")
    refused("AccessDenied", 403, client.get_bucket_acl, Bucket=f"trail-{logs}", ExpectedBucketOwner=legacy)
    refused("AccessDenied", 403, client.get_bucket_acl, Bucket=f"trail-{legacy}")
    refused("AccessDenied", 403, client.get_bucket_acl, Bucket="outside-trails")
    refused("NoSuchBucket", 404, client.get_bucket_acl, Bucket="trail-gone")
    loose = simulator.client("s3", keys=simulator.enter(legacy))
    for call, code in [(loose.get_public_access_block, "NoSuchPublicAccessBlockConfiguration"),
                       (loose.get_bucket_policy_status, "NoSuchBucketPolicy"), (loose.get_bucket_policy, "NoSuchBucketPolicy"),
                       (loose.get_object_lock_configuration, "ObjectLockConfigurationNotFoundError")]:
        refused(code, 404, call, Bucket=f"trail-{legacy}")
    same(loose.get_bucket_acl(Bucket=f"trail-{legacy}")["Grants"][1]["Grantee"],
         {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/global/AllUsers"}, "everybody")
    check("LoggingEnabled" not in loose.get_bucket_logging(Bucket=f"trail-{legacy}"), "no logging")
    check("Status" not in loose.get_bucket_versioning(Bucket=f"trail-{legacy}"), "no versions")


def unserved(simulator):
    """What the simulator does not know it says so of; nothing is answered by another operation."""
    for service, call, arguments, code, status in [
            ("iam", "list_users", {}, "InvalidAction", 400),
            ("organizations", "list_policies", {"Filter": "TAG_POLICY"}, "UnknownOperationException", 400),
            ("config", "describe_organization_config_rules", {}, "UnknownOperationException", 400),
            ("accessanalyzer", "list_access_previews", {"analyzerArn": "x"}, "UnknownOperationException", 404),
            ("account", "get_contact_information", {}, "UnknownOperationException", 404),
            ("s3", "list_objects", {"Bucket": BUCKET}, "MethodNotAllowed", 405),
            ("s3", "copy_object", {"Bucket": BUCKET, "Key": "copy", "CopySource": BUCKET + "/k"}, "NotImplemented", 501),
            ("s3", "get_object_tagging", {"Bucket": BUCKET, "Key": "k"}, "NotImplemented", 501),
            ("s3", "delete_object_tagging", {"Bucket": BUCKET, "Key": "k"}, "NotImplemented", 501),
            ("s3", "put_object_acl", {"Bucket": BUCKET, "Key": "k", "ACL": "private"}, "NotImplemented", 501),
            ("s3", "list_parts", {"Bucket": BUCKET, "Key": "k", "UploadId": "u"}, "NotImplemented", 501)]:
        refused(code, status, getattr(simulator.client(service), call), **arguments)
    lambda_ = boto3.client("lambda", endpoint_url=simulator.url, region_name=HOME, aws_access_key_id=CALLER["AccessKeyId"],
                           aws_secret_access_key="s", config=Config(retries={"total_max_attempts": 1}))
    refused("NotImplemented", 501, lambda_.list_functions)


HOSTILE_KEYS = ["a b", "plus+sign", "100%", "pct%20literal", "日本/語+語.parquet", "😀", "！full width", "<x>&\"'", "folder/",
                "/leading", "a//b", "a/../b", "..", "q?uploadId=1&tagging#f", "tab\tnewline\n", "control\x01", "~*()!{}|\\^`",
                "e\u0301"]


def objects(simulator):
    client = simulator.client("s3")
    buckets = client.list_buckets()["Buckets"]
    same([b["Name"] for b in buckets][:2], ["central-1", BUCKET], "the account's buckets")
    check(buckets[2]["Name"].startswith("trail-") and len(buckets) == 3, "and that of its trails")
    paged = client.get_paginator("list_buckets").paginate(PaginationConfig={"PageSize": 1})
    same([[b["Name"] for b in page["Buckets"]] for page in paged], [[b["Name"]] for b in buckets], "buckets in pages of one")
    check(isinstance(buckets[0]["CreationDate"], datetime.datetime), "a bucket's age")
    same(client.head_bucket(Bucket=BUCKET)["ResponseMetadata"]["HTTPStatusCode"], 200, "the bucket's head")
    same(client.list_objects_v2(Bucket=BUCKET)["KeyCount"], 0, "it is empty")
    for key in HOSTILE_KEYS:
        client.put_object(Bucket=BUCKET, Key=key, Body=key.encode())
        got = client.get_object(Bucket=BUCKET, Key=key)
        same((got["Body"].read().decode(), client.head_object(Bucket=BUCKET, Key=key)["ETag"]),
             (key, '"' + hashlib.md5(key.encode()).hexdigest() + '"'), f"the object {key!r}")
    everything = listed(client, "list_objects_v2", "Contents", size=4, Bucket=BUCKET)
    same([o["Key"] for o in everything], sorted(HOSTILE_KEYS, key=str.encode), "all keys, by their bytes")
    check(all(o["Size"] == len(o["Key"].encode()) and isinstance(o["LastModified"], datetime.datetime) for o in everything),
          "sizes and times")
    same([o["LastModified"] for o in everything if o["Key"] == "a b"],
         [client.head_object(Bucket=BUCKET, Key="a b")["LastModified"]], "one time in lists and in headers")
    for key in HOSTILE_KEYS:
        same(client.delete_object(Bucket=BUCKET, Key=key)["ResponseMetadata"]["HTTPStatusCode"], 204, "deleted")
        refused("NoSuchKey", 404, client.get_object, Bucket=BUCKET, Key=key)
    same(client.delete_object(Bucket=BUCKET, Key="none")["ResponseMetadata"]["HTTPStatusCode"], 204, "deleted what is not")
    same(client.list_objects_v2(Bucket=BUCKET)["KeyCount"], 0, "it is empty again")
    refused("404", 404, client.head_object, Bucket=BUCKET, Key="none")
    refused("404", 404, client.head_bucket, Bucket="another")
    refused("NoSuchBucket", 404, client.list_objects_v2, Bucket="another")
    refused("NoSuchBucket", 404, client.put_object, Bucket="another", Key="k", Body=b"")
    member = simulator.client("s3", keys=simulator.enter(PAYMENT))
    refused("AccessDenied", 403, member.get_object, Bucket=BUCKET, Key="k")
    refused("AccessDenied", 403, member.put_object, Bucket=BUCKET, Key="k", Body=b"")
    refused("403", 403, member.head_bucket, Bucket=BUCKET)
    same([b["Name"] for b in member.list_buckets()["Buckets"]], ["central-4", f"trail-{PAYMENT}"], "others have their own")
    contents(client)


def contents(client):
    """What is put comes back as it was, whole or in part."""
    words = {"kind": "workbook", "run-id": "2026-11-24T00:00:00Z", "spaces": "a  b"}
    body = bytes(range(256)) * 40
    put = client.put_object(Bucket=BUCKET, Key="k", Body=body, Metadata=words, ContentType="text/csv; charset=utf-8")
    for answer in [client.head_object(Bucket=BUCKET, Key="k"), client.get_object(Bucket=BUCKET, Key="k")]:
        same((answer["Metadata"], answer["ContentType"], answer["ContentLength"], answer["ETag"], answer["AcceptRanges"]),
             (words, "text/csv; charset=utf-8", len(body), put["ETag"], "bytes"), "metadata")
        check(isinstance(answer["LastModified"], datetime.datetime), "a time in a header")
        same(answer["ChecksumCRC32"], base64.b64encode(zlib.crc32(body).to_bytes(4, "big")).decode(), "a checksum")
    for asked, part, said in [("bytes=1-3", body[1:4], "1-3"), ("bytes=-2", body[-2:], "10238-10239"),
                              ("bytes=10000-", body[10000:], "10000-10239"), ("bytes=10239-99999", body[10239:], "10239-10239"),
                              ("bytes=-99999", body, "0-10239")]:
        got = client.get_object(Bucket=BUCKET, Key="k", Range=asked)
        same((got["Body"].read(), got["ContentRange"], got["ResponseMetadata"]["HTTPStatusCode"]),
             (part, f"bytes {said}/10240", 206), asked)
    for asked in ["bytes=10240-", "bytes=-0", "bytes=99999999999999999999-"]:
        refused("InvalidRange", 416, client.get_object, Bucket=BUCKET, Key="k", Range=asked)
    client.put_object(Bucket=BUCKET, Key="empty", Body=b"")
    same(client.get_object(Bucket=BUCKET, Key="empty")["Body"].read(), b"", "nothing")
    refused("InvalidRange", 416, client.get_object, Bucket=BUCKET, Key="empty", Range="bytes=0-")
    same(client.get_object(Bucket=BUCKET, Key="empty")["ContentType"], "binary/octet-stream", "a type that nobody said")
    wrong = {"ChecksumCRC32": 4, "ChecksumCRC32C": 4, "ChecksumSHA1": 20, "ChecksumSHA256": 32, "ContentMD5": 16}
    for name, length in wrong.items():
        refused("BadDigest", 400, client.put_object, Bucket=BUCKET, Key="bad", Body=b"x",
                **{name: base64.b64encode(bytes(length)).decode()})
    refused("NoSuchKey", 404, client.get_object, Bucket=BUCKET, Key="bad")
    right = {"ChecksumSHA1": hashlib.sha1, "ChecksumSHA256": hashlib.sha256, "ContentMD5": hashlib.md5}
    for name, digest in right.items():
        client.put_object(Bucket=BUCKET, Key="good", Body=body, **{name: base64.b64encode(digest(body).digest()).decode()})
    same(client.head_object(Bucket=BUCKET, Key="good")["ContentLength"], len(body), "a right checksum of each kind")


def conditions(simulator):
    client = simulator.client("s3")
    first = client.put_object(Bucket=BUCKET, Key="c", Body=b"first", IfNoneMatch="*")["ETag"]
    refused("PreconditionFailed", 412, client.put_object, Bucket=BUCKET, Key="c", Body=b"x", IfNoneMatch="*")
    refused("NotImplemented", 501, client.put_object, Bucket=BUCKET, Key="c", Body=b"x", IfNoneMatch=first)
    second = client.put_object(Bucket=BUCKET, Key="c", Body=b"second", IfMatch=first)["ETag"]
    refused("PreconditionFailed", 412, client.put_object, Bucket=BUCKET, Key="c", Body=b"x", IfMatch=first)
    refused("NoSuchKey", 404, client.put_object, Bucket=BUCKET, Key="nobody", Body=b"x", IfMatch=first)
    same(client.get_object(Bucket=BUCKET, Key="c")["Body"].read(), b"second", "refused writes write nothing")
    same(client.get_object(Bucket=BUCKET, Key="c", IfMatch=second.strip('"'))["Body"].read(), b"second", "read if it is that")
    same(client.get_object(Bucket=BUCKET, Key="c", IfNoneMatch=first)["Body"].read(), b"second", "read if it is not that")
    refused("PreconditionFailed", 412, client.get_object, Bucket=BUCKET, Key="c", IfMatch=first)
    refused("304", 304, client.get_object, Bucket=BUCKET, Key="c", IfNoneMatch=second)
    refused("412", 412, client.head_object, Bucket=BUCKET, Key="c", IfMatch=first)
    refused("304", 304, client.head_object, Bucket=BUCKET, Key="c", IfNoneMatch=second)
    for attempt in range(3):
        race(client, f"race {attempt}")


def race(client, key):
    """Of twenty writers at once exactly one wins, and its object is there."""
    barrier, outcomes = threading.Barrier(20), {}

    def write(number):
        barrier.wait(30)
        try:
            client.put_object(Bucket=BUCKET, Key=key, Body=str(number).encode(), IfNoneMatch="*")
            outcomes[number] = "won"
        except ClientError as error:
            outcomes[number] = error.response["Error"]["Code"]

    writers = [threading.Thread(target=write, args=(i,)) for i in range(20)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    same(collections.Counter(outcomes.values()), {"won": 1, "PreconditionFailed": 19}, "one winner of twenty")
    winner = next(number for number, outcome in outcomes.items() if outcome == "won")
    same(client.get_object(Bucket=BUCKET, Key=key)["Body"].read(), str(winner).encode(), "the winner's object")


def listings(simulator):
    client = simulator.client("s3")
    names = [f"many/{i % 5}/{i:02d}" for i in range(25)] + ["many", "many+", "manyother"]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: client.put_object(Bucket=BUCKET, Key=name, Body=b"x"), names))
    found = listed(client, "list_objects_v2", "Contents", size=10, Bucket=BUCKET, Prefix="many/")
    same([o["Key"] for o in found], sorted(names[:25]), "a prefix in pages")
    page = client.list_objects_v2(Bucket=BUCKET, Prefix="many/", MaxKeys=10)
    same((page["KeyCount"], page["MaxKeys"], page["IsTruncated"], page["Prefix"]), (10, 10, True, "many/"), "a page")
    folders = client.list_objects_v2(Bucket=BUCKET, Prefix="many/", Delimiter="/")
    same([p["Prefix"] for p in folders["CommonPrefixes"]], [f"many/{i}/" for i in range(5)], "folders")
    check("Contents" not in folders and folders["KeyCount"] == 5, "folders are counted as keys")
    mixed = client.list_objects_v2(Bucket=BUCKET, Prefix="many", Delimiter="/")
    same(([o["Key"] for o in mixed["Contents"]], mixed["CommonPrefixes"]),
         (["many", "many+", "manyother"], [{"Prefix": "many/"}]), "keys beside a folder")
    in_pages = listed(client, "list_objects_v2", "CommonPrefixes", size=2, Bucket=BUCKET, Prefix="many/", Delimiter="/")
    same(in_pages, folders["CommonPrefixes"], "folders in pages, none of them twice")
    japanese = client.list_objects_v2(Bucket=BUCKET, Prefix="many/0/", Delimiter="0")
    same([p["Prefix"] for p in japanese["CommonPrefixes"]], ["many/0/0", "many/0/10", "many/0/20"], "another delimiter")
    late = client.list_objects_v2(Bucket=BUCKET, Prefix="many/", StartAfter="many/4/14")
    same(([o["Key"] for o in late["Contents"]], late["StartAfter"]), (["many/4/19", "many/4/24"], "many/4/14"), "start after")
    none = client.list_objects_v2(Bucket=BUCKET, MaxKeys=0)
    same((none["KeyCount"], none["IsTruncated"]), (0, False), "no keys at all")
    for token in ["garbage", "Z2FyYmFnZQ==", ""]:
        refused("InvalidArgument", 400, client.list_objects_v2, Bucket=BUCKET, ContinuationToken=token)


def multipart(simulator):
    client, least = simulator.client("s3"), 5 * 1024 * 1024
    large = os.urandom(least) * 2 + b"the end"
    client.upload_fileobj(io.BytesIO(large), BUCKET, "large", ExtraArgs={"Metadata": {"m": "1"}, "ContentType": "text/x"},
                          Config=TransferConfig(multipart_threshold=least, multipart_chunksize=least))
    back = io.BytesIO()
    client.download_fileobj(BUCKET, "large", back, Config=TransferConfig(multipart_threshold=least, multipart_chunksize=least))
    check(back.getvalue() == large, "boto3's own upload and download in parts")
    head = client.head_object(Bucket=BUCKET, Key="large")
    digests = b"".join(hashlib.md5(large[at:at + least]).digest() for at in range(0, len(large), least))
    same((head["ETag"], head["Metadata"], head["ContentType"]),
         (f'"{hashlib.md5(digests).hexdigest()}-3"', {"m": "1"}, "text/x"), "an object of three parts")

    def begun(key):
        answer = client.create_multipart_upload(Bucket=BUCKET, Key=key)
        same((answer["Bucket"], answer["Key"]), (BUCKET, key), "an upload")
        return {"Bucket": BUCKET, "Key": key, "UploadId": answer["UploadId"]}

    def part(upload, number, body, **more):
        tag = client.upload_part(PartNumber=number, Body=body, **upload, **more)["ETag"]
        return {"PartNumber": number, "ETag": tag}

    one, other = begun("日本/語 1+1"), begun("日本/語 1+1")
    first, small, last = part(one, 1, large[:least]), part(one, 2, b"small"), part(one, 7, b"last")
    refused("BadDigest", 400, client.upload_part, PartNumber=3, Body=b"x", ContentMD5="AAAAAAAAAAAAAAAAAAAAAA==", **one)
    for parts, code in [([last, first], "InvalidPartOrder"), ([first, first], "InvalidPartOrder"),
                        ([small, last], "EntityTooSmall"), ([dict(first, PartNumber=2)], "InvalidPart"),
                        ([first, dict(last, PartNumber=3)], "InvalidPart"), ([], "MalformedXML")]:
        refused(code, 400, client.complete_multipart_upload, MultipartUpload={"Parts": parts}, **one)
    refused("NoSuchUpload", 404, client.upload_part, PartNumber=1, Body=b"", **dict(one, Key="another"))
    done = client.complete_multipart_upload(MultipartUpload={"Parts": [first, last]}, IfNoneMatch="*", **one)
    check(done["Key"] == one["Key"] and done["ETag"].endswith('-2"'), "completed where there was nothing")
    same(client.get_object(Bucket=BUCKET, Key=one["Key"])["Body"].read(), large[:least] + b"last", "the named parts alone")
    late = {"Parts": [part(other, 1, b"late")]}
    refused("PreconditionFailed", 412, client.complete_multipart_upload, MultipartUpload=late, IfNoneMatch="*", **other)
    refused("PreconditionFailed", 412, client.complete_multipart_upload, MultipartUpload=late, IfMatch=head["ETag"], **other)
    client.complete_multipart_upload(MultipartUpload=late, IfMatch=done["ETag"], **other)
    same(client.get_object(Bucket=BUCKET, Key=one["Key"])["Body"].read(), b"late", "completed where the tag was known")
    given_up = begun("given up")
    part(given_up, 1, b"x")
    same(client.abort_multipart_upload(**given_up)["ResponseMetadata"]["HTTPStatusCode"], 204, "given up")
    refused("NoSuchUpload", 404, client.abort_multipart_upload, **given_up)
    refused("NoSuchUpload", 404, client.complete_multipart_upload, MultipartUpload=late, **given_up)
    refused("404", 404, client.head_object, Bucket=BUCKET, Key="given up")


FAULTS = f"""
faults:
  - {{account: "{PAYMENT}", operation: "iam:GetAccountSummary", fault: http-500, times: 1}}
  - {{account: "{PAYMENT}", operation: "iam:GetAccountSummary", fault: html-500, times: 1}}
  - {{account: "{PAYMENT}", operation: "iam:GetAccountSummary", fault: malformed, times: 1}}
  - {{account: "{PAYMENT}", operation: "iam:ListVirtualMFADevices", fault: reset, times: 1}}
  - {{account: "{PAYMENT}", operation: "iam:ListVirtualMFADevices", fault: scp-deny}}
  - {{account: "{PAYMENT}", operation: DescribeConfigRules, fault: access-denied, times: 2}}
  - {{account: "{PAYMENT}", operation: "config:DescribeDeliveryChannels", fault: malformed}}
  - {{account: "{PAYMENT}", operation: "config:DescribeConfigurationRecorders", fault: html-500}}
  - {{account: "{PAYMENT}", region: eu-south-1, fault: scp-deny}}
  - {{account: "{PAYMENT}", region: us-east-1, operation: access-analyzer, fault: html-404}}
  - {{account: "{PAYMENT}", region: us-east-1, operation: "cloudtrail:DescribeTrails", fault: hang, times: 1}}
  - {{account: "{PAYMENT}", operation: "account:ListRegions", fault: access-denied}}
  - {{account: "437360144576", operation: "sts:AssumeRole", fault: throttle, times: 1}}
  - {{account: "{PAYMENT}", operation: "organizations:ListTagsForResource", fault: http-500, times: 1}}
  - {{account: "{AUDIT}", operation: "s3:PutObject", fault: http-500, times: 1}}
  - {{account: "{AUDIT}", operation: "s3:GetObject", fault: html-500, times: 1}}
  - {{account: "{AUDIT}", operation: "s3:GetObject", fault: html-404, times: 1}}
  - {{account: "{AUDIT}", operation: "s3:GetObject", fault: malformed, times: 1}}
  - {{account: "{AUDIT}", operation: "s3:GetObject", fault: reset, times: 1}}
  - {{account: "{AUDIT}", operation: "s3:ListObjectsV2", fault: malformed, times: 1}}
  - {{account: "{AUDIT}", region: global, operation: "s3:HeadBucket", fault: hang, times: 1}}
""" + "".join(f"""
  - {{account: "{SHAPES}", operation: "{service}:{operation}", fault: expired-token, times: 1}}
  - {{account: "{SHAPES}", operation: "{service}:{operation}", fault: throttle, times: 2}}
""" for service, operation in [("sts", "GetCallerIdentity"), ("organizations", "ListRoots"), ("account", "ListRegions"),
                               ("iam", "GetAccountSummary"), ("access-analyzer", "ListAnalyzers"),
                               ("config", "DescribeConfigRules"), ("cloudtrail", "DescribeTrails"), ("s3", "ListBuckets")])

EXPIRED = {"sts": ("ExpiredToken", 403), "iam": ("ExpiredToken", 403), "s3": ("ExpiredToken", 400),
           "organizations": ("ExpiredTokenException", 400), "config": ("ExpiredTokenException", 400),
           "cloudtrail": ("ExpiredTokenException", 400), "account": ("ExpiredTokenException", 403),
           "accessanalyzer": ("ExpiredTokenException", 403)}
TOO_OFTEN = {"sts": ("Throttling", 400), "iam": ("Throttling", 400), "s3": ("SlowDown", 503),
             "organizations": ("TooManyRequestsException", 400), "config": ("ThrottlingException", 400),
             "cloudtrail": ("ThrottlingException", 400), "account": ("TooManyRequestsException", 429),
             "accessanalyzer": ("ThrottlingException", 429)}


def faults(simulator):
    keys = simulator.enter(PAYMENT)
    iam_, config = simulator.client("iam", keys=keys), simulator.client("config", keys=keys)
    refused("InternalFailure", 500, iam_.get_account_summary)
    fails(ResponseParserError, iam_.get_account_summary)
    fails(ResponseParserError, iam_.get_account_summary)
    check(iam_.get_account_summary()["SummaryMap"], "well after an error, a page and half an answer")
    fails(ConnectionClosedError, iam_.list_virtual_mfa_devices)
    said = refused("AccessDenied", 403, iam_.list_virtual_mfa_devices)
    check(said.endswith("with an explicit deny in a service control policy"), "a service control policy in XML")
    for client in [config, simulator.client("config", TOKYO, keys)]:
        for _ in range(2):
            said = refused("AccessDeniedException", 400, client.describe_config_rules)
            check(said.endswith("because no identity-based policy allows the config:DescribeConfigRules action"), "why")
        check(client.describe_config_rules()["ConfigRules"], "so many times in each Region")
    check("DeliveryChannels" not in config.describe_delivery_channels(), "half an answer in JSON is an empty one for boto3")
    said = refused("500", 500, config.describe_configuration_recorders)
    check("<h1>" in said, "a page in place of an answer")
    closed = simulator.client("config", MILAN, keys)
    check("explicit deny" in refused("AccessDeniedException", 400, closed.describe_compliance_by_config_rule), "a Region")
    check("identity-based" in refused("AccessDeniedException", 400, closed.describe_config_rules), "the first that matches")
    refused("404", 404, simulator.client("accessanalyzer", keys=keys).list_analyzers)
    same(len(simulator.client("accessanalyzer", TOKYO, keys).list_analyzers()["analyzers"]), 0, "not in another Region")
    refused("AccessDeniedException", 403, simulator.client("account", keys=keys).list_regions)
    fails(ReadTimeoutError, simulator.client("cloudtrail", keys=keys, read_timeout=1).describe_trails)
    check(simulator.client("cloudtrail", keys=keys).describe_trails()["trailList"], "it hangs once")
    sts = simulator.client("sts")
    refused("Throttling", 400, sts.assume_role, RoleArn=role("437360144576"), RoleSessionName="boto3")
    refused("AccessDenied", 403, sts.assume_role, RoleArn=role("437360144576"), RoleSessionName="boto3")
    organization = simulator.client("organizations")
    refused("InternalFailure", 500, organization.list_tags_for_resource, ResourceId=PAYMENT)
    check(organization.list_tags_for_resource(ResourceId=PAYMENT)["Tags"], "a fault of the account that is asked about")
    bucket_faults(simulator)
    every_service(simulator)


def bucket_faults(simulator):
    client = simulator.client("s3")
    refused("InternalError", 500, client.put_object, Bucket=BUCKET, Key="k", Body=b"hello world")
    client.put_object(Bucket=BUCKET, Key="k", Body=b"hello world")
    refused("500", 500, client.get_object, Bucket=BUCKET, Key="k")
    refused("404", 404, client.get_object, Bucket=BUCKET, Key="k")
    half = client.get_object(Bucket=BUCKET, Key="k")["Body"]
    fails(FlexibleChecksumError, half.read)
    fails(ConnectionClosedError, client.get_object, Bucket=BUCKET, Key="k")
    same(client.get_object(Bucket=BUCKET, Key="k")["Body"].read(), b"hello world", "well after all that")
    refused("500", 500, client.list_objects_v2, Bucket=BUCKET)
    same(client.list_objects_v2(Bucket=BUCKET)["KeyCount"], 1, "a list after half of one")
    fails(ReadTimeoutError, simulator.client("s3", read_timeout=1).head_bucket, Bucket=BUCKET)
    client.head_bucket(Bucket=BUCKET)


def every_service(simulator):
    """Each service expires and throttles in its own words, and boto3's own retries know them as such."""
    keys = simulator.enter(SHAPES)
    for service, refusal in EXPIRED.items():
        refused(*refusal, simulator.simple(service, keys))
    for service, refusal in TOO_OFTEN.items():
        refused(*refusal, simulator.simple(service, keys))
    patient = {service: simulator.simple(service, keys, retries={"mode": "standard", "total_max_attempts": 2})
               for service in TOO_OFTEN if service != "organizations"}
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = dict(zip(patient, pool.map(lambda call: call()["ResponseMetadata"], patient.values())))
    same({service: answer["RetryAttempts"] for service, answer in answers.items()}, dict.fromkeys(patient, 1), "retried once")
    refused("TooManyRequestsException", 400, simulator.simple("organizations", keys))
    refused("AccessDeniedException", 400, simulator.simple("organizations", keys))
    same(simulator.report()["throttled"], 17, "refusals that the server counted")


LIMITS = """
external-id: the-right-one
longest-session: 3s
quotas:
  scale: 0.5
  rates:
    "organizations:ListRoots": {per-second: 0.002, burst: 6}
    account: {per-second: 2, burst: 2}
    cloudtrail: {per-second: 0.002, burst: 2}
"""


def limits(simulator):
    sts, expected = simulator.client("sts"), {"RoleArn": role(PAYMENT), "RoleSessionName": "boto3"}
    refused("AccessDenied", 403, sts.assume_role, **expected)
    refused("AccessDenied", 403, sts.assume_role, ExternalId="wrong", **expected)
    keys = simulator.enter(PAYMENT, ExternalId="the-right-one", DurationSeconds=3600)
    check(simulator.simple("iam", keys)()["SummaryMap"], "a session that is valid")
    client, emptied = simulator.client("organizations"), 0
    for _ in range(3):
        same(attempt(client.list_roots), "answered", "half of a burst of six")
    for _ in range(3):
        refused("TooManyRequestsException", 400, client.list_roots)
    same(attempt(client.describe_organization), "answered", "each operation has a bucket of its own")
    other = simulator.client("organizations", keys=simulator.enter(MANAGEMENT, ExternalId="the-right-one"))
    same(attempt(other.list_roots), "answered", "each account has a bucket of its own")
    for region in [HOME, TOKYO]:
        trails = simulator.client("cloudtrail", region)
        same(attempt(trails.describe_trails), "answered", "each Region has a bucket of its own")
        refused("ThrottlingException", 400, trails.describe_trails)
    regions = simulator.simple("account")
    while attempt(regions) == "answered":
        emptied += 1
        check(emptied < 1000, "a bucket empties")
    time.sleep(1.1)  # it refills with time alone
    same(attempt(regions), "answered", "a bucket refills")
    while datetime.datetime.now(datetime.timezone.utc) < keys["Expiration"]:
        time.sleep(0.1)  # a session ends with time alone
    for service, refusal in EXPIRED.items():
        refused(*refusal, simulator.simple(service, keys))
    again = simulator.enter(PAYMENT, ExternalId="the-right-one")
    check(simulator.simple("iam", again)()["SummaryMap"], "entered anew")
    same(simulator.report()["throttled"], 6, "refusals that the server counted")


CROWD = "latency: {median: 40ms, sigma: 0, region-offset: 400ms, stragglers: 0, black-holes: 0}"


def crowd(simulator, small):
    """Many accounts, more Regions, and calls that take time."""
    client = simulator.client("organizations")
    found = pages(client, "list_accounts", "Accounts")
    same([len(page) for page in found if page], [20] * 6 + [10], "pages of 130 accounts")
    accounts = [a for page in found for a in page]
    same(accounts[:24], listed(small.client("organizations"), "list_accounts", "Accounts"), "the same written accounts")
    same(len({a["Id"] for a in accounts}), 130, "different accounts")
    check(all(re.fullmatch("[0-9]{12}", a["Id"]) for a in accounts), "twelve digits")
    drawn = [a["Id"] for a in accounts[24:] if a["State"] == "ACTIVE"][0]
    keys = simulator.enter(drawn)
    statuses = {r["RegionName"]: r["RegionOptStatus"] for r in listed(simulator.client("account", keys=keys), "list_regions",
                                                                      "Regions")}
    same(list(statuses)[:5], REGIONS + ["us-west-2", "eu-west-1"], "five Regions")
    check(simulator.client("config", "us-west-2", keys).describe_configuration_recorders(), "a Region that the small one lacks")
    refused("UnrecognizedClientException", 400, small.client("config", "us-west-2", small.enter(PAYMENT))
            .describe_configuration_recorders)
    near, far = [least_seconds(simulator.client("config", region, keys).describe_delivery_channels)
                 for region in [HOME, "eu-west-1"]]
    check(near >= 0.03 and far >= 0.43, f"a call takes its time, and more in the farthest Region: {near}, {far}")


COMPANY = "organization: company\nregions: [ap-northeast-1, ap-northeast-3, us-east-1]"
PACKED = "会計-本番"


def company(simulator):
    """What the small organization has none of."""
    accounts = {a["Name"]: a["Id"] for a in listed(simulator.client("organizations"), "list_accounts", "Accounts")}
    client = simulator.client("config", TOKYO, simulator.enter(accounts[PACKED]))
    packs = listed(client, "describe_conformance_packs", "ConformancePackDetails")
    same([p["ConformancePackName"] for p in packs], ["finance"], "a conformance pack")
    same(listed(client, "describe_conformance_packs", "ConformancePackDetails", ConformancePackNames=["finance"]), packs,
         "a pack by its name")
    states = listed(client, "describe_conformance_pack_status", "ConformancePackStatusDetails")
    same([(s["ConformancePackArn"], s["ConformancePackState"]) for s in states],
         [(packs[0]["ConformancePackArn"], "CREATE_COMPLETE")], "a pack's state")
    inside = listed(client, "describe_conformance_pack_compliance", "ConformancePackRuleComplianceList", size=1,
                    ConformancePackName="finance")
    same([r["ComplianceType"] for r in inside], ["COMPLIANT"] * 3, "the verdicts of a pack's rules")
    for call, arguments in [(client.describe_conformance_packs, {"ConformancePackNames": ["none"]}),
                            (client.describe_conformance_pack_status, {"ConformancePackNames": ["none"]}),
                            (client.describe_conformance_pack_compliance, {"ConformancePackName": "none"})]:
        refused("NoSuchConformancePackException", 400, call, **arguments)
    for call, arguments in [(client.describe_conformance_packs, {}), (client.describe_conformance_pack_status, {}),
                            (client.describe_conformance_pack_compliance, {"ConformancePackName": "finance"})]:
        refused("InvalidNextTokenException", 400, call, NextToken="garbage", **arguments)
    archived = listed(simulator.client("accessanalyzer", TOKYO), "list_archive_rules", "archiveRules",
                      analyzerName="organization")
    same([r["filter"] for r in archived], [{"resource": {"eq": ["arn:aws:s3:::asahina-web"]}}], "an archive rule")


def least_seconds(call):
    taken = []
    for _ in range(3):
        began = time.monotonic()
        call()
        taken.append(time.monotonic() - began)
    return min(taken)


def run(group, *simulators):
    Tally.group, before = group.__name__, Tally.passed
    began = time.monotonic()
    group(*simulators)
    Tally.lines.append(f"{group.__name__}: {Tally.passed - before} checks in {time.monotonic() - began:.1f} s")


def drive(url, java, jar, directory, processes):
    scenarios = {"faults": (FAULTS,), "limits": (LIMITS,), "crowd": (CROWD, "--accounts", "130", "--regions", "5"),
                 "company": (COMPANY,)}
    for name, arguments in scenarios.items():
        processes.append(Process(directory, name, java, jar, *arguments))
    simulator = Simulator(url)
    simulator.reset()
    for group in [organizations, entering, credentials, policies, iam, account, basics, guardduty, securityhub, analyzers,
                  recorders, rules, aggregators, cloudtrail, kms, buckets, objects, conditions, listings, multipart]:
        run(group, simulator)
    run(unserved, Simulator(url, held_to_model=False))
    others = [process.ready() for process in processes]
    run(faults, others[0])
    run(limits, others[1])
    run(crowd, others[2], simulator)
    run(company, others[3])
    report = simulator.report()
    report["by_operation"].update(others[3].report()["by_operation"])
    return report


def give_up(*_):
    raise TooLong(f"not done within {MOST_SECONDS} seconds")


def drive_and_end(url, java, jar):
    processes = []
    with tempfile.TemporaryDirectory() as directory:
        try:
            report = drive(url, java, jar, pathlib.Path(directory), processes)
        finally:
            for process in processes:
                process.end()
        return report, [str(path) for process in processes for path in process.leftovers()]


def sum_up(report, leftovers):
    Tally.group, implemented = "the end", set(report["operations"])
    known = {f"{service}:{operation}" for service, names in OPERATIONS.items() for operation in names}
    uncalled = sorted((implemented | known) - report["by_operation"].keys())
    Tally.lines.insert(0, f"operations not called: {', '.join(uncalled) or 'none'} ({len(implemented)} are implemented)")
    same(uncalled, [], "operations not called")
    same(implemented, known, "the operations that this script knows of")
    same(leftovers, [], "files of servers that ended")
    check(Tally.answers > 500, f"answers held to their model: {Tally.answers}")
    check(Tally.empty_pages > 3, f"empty pages with a token: {Tally.empty_pages}")
    Tally.lines.append(f"{Tally.answers} answers fit botocore's models, {Tally.empty_pages} pages were empty and not the last")


def main(url, java, jar):
    for name in [name for name in os.environ if name.startswith("AWS_") or name.lower().endswith("_proxy")]:
        del os.environ[name]
    os.environ.update({"AWS_CONFIG_FILE": os.devnull, "AWS_SHARED_CREDENTIALS_FILE": os.devnull})
    signal.signal(signal.SIGALRM, give_up)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
    signal.alarm(MOST_SECONDS)
    try:
        sum_up(*drive_and_end(url, java, jar))
    except (Exception, TooLong) as failure:
        print(*Tally.lines, f"FAILED in {Tally.group}: {type(failure).__name__}: {failure}", sep="\n", flush=True)
        raise
    print(*Tally.lines, f"{Tally.passed} checks passed", sep="\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
