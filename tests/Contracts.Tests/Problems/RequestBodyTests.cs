using System.Text;
using CsCheck;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Problems;

namespace HealthBao.Contracts.Tests.Problems;

public sealed class RequestBodyTests
{
    private const string Secret = "11010519491231002Y";

    [Fact]
    public void A_sound_body_is_read()
    {
        var body = Parse("""{"pass":"x","scene":"office","holder":{"documentType":"resident-id","documentNumber":"11010519491231002x"},"name":"张三"}""");
        Assert.Equal("x", body.Text("pass", 10));
        Assert.Equal("office", body.Code("scene", ["office", "other"]));
        Assert.Equal("11**************2X", body.Object("holder")!.Document()!.MaskedNumber);
        Assert.Equal("张*", body.PersonName()!.ToString());
        Assert.Null(body.Text("absent", 10, required: false));
        Assert.Null(body.Object("absent", required: false));
        Assert.True(body.End());
        Assert.Empty(body.Faults);
    }

    [Theory]
    [InlineData("""{"n":7}""", 7L, null)]
    [InlineData("""{"n":9223372036854775808}""", null, "wrong-type")]
    [InlineData("""{"n":1.5}""", null, "wrong-type")]
    [InlineData("""{"n":"7"}""", null, "wrong-type")]
    [InlineData("""{"n":0}""", null, "out-of-range")]
    [InlineData("""{"n":11}""", null, "out-of-range")]
    [InlineData("""{"n":null}""", null, "null")]
    [InlineData("{}", null, "missing")]
    public void A_number_is_whole_and_within_its_range(string json, long? number, string? fault)
    {
        var body = Parse(json);
        Assert.Equal(number, body.Number("n", 1, 10));
        Assert.Equal(fault, body.Faults.SingleOrDefault()?.Fault);
    }

    [Theory]
    [InlineData("", "$", "empty")]
    [InlineData(" ", "$", "malformed-json")]
    [InlineData("{", "$", "malformed-json")]
    [InlineData("{}{}", "$", "malformed-json")]
    [InlineData("{\"pass\":\"x\",}", "$", "malformed-json")]
    [InlineData("\uFEFF{}", "$", "malformed-json")]
    [InlineData("/**/{}", "$", "malformed-json")]
    [InlineData("[]", "$", "wrong-type")]
    [InlineData("null", "$", "wrong-type")]
    [InlineData("7", "$", "wrong-type")]
    [InlineData("\"pass\"", "$", "wrong-type")]
    [InlineData("{\"pass\":\"x\",\"pass\":\"y\"}", "pass", "duplicate")]
    [InlineData("{\"a\":[{\"pass\":1,\"pass\":2}]}", "a.pass", "duplicate")]
    [InlineData("{\"a\":{\"pass\":1,\"\\u0070ass\":2}}", "a.pass", "duplicate")]
    [InlineData("{\"11010519491231002Y\":1,\"11010519491231002Y\":2}", "(unknown)", "duplicate")]
    [InlineData("{\"\\ud800\":1}", "$", "invalid-utf8")]
    [InlineData("{\"a\":[[[[[[[[1]]]]]]]]}", "$", "too-deep")]
    [InlineData("{\"a\":[[[[[[[[]]]]]]]]}", "$", "too-deep")]
    public void A_body_that_is_not_one_object_is_a_fault_of_the_body(string json, string field, string fault)
    {
        var body = Parse(json);
        Assert.Equal((field, fault), (body.Faults.Single().Field, body.Faults.Single().Fault));
        body.Text("pass", 10);
        Assert.False(body.End());
        Assert.Single(body.Faults);
    }

    [Fact]
    public void Eight_levels_are_read_and_bytes_that_are_not_UTF_8_are_not()
    {
        Assert.Empty(Parse("{\"a\":[[[[[[[]]]]]]]}").Faults);
        Assert.Empty(Parse("{\"a\":[[[[[[[1]]]]]]]}").Faults);
        Assert.Equal("invalid-utf8", RequestBody.Parse((byte[])[.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8]).Faults.Single().Fault);
        Assert.Equal("too-deep", Parse("{\"a\":" + new string('[', 9) + new string(']', 9) + "}").Faults.Single().Fault);
    }

    [Theory]
    [InlineData("{}", "missing")]
    [InlineData("{\"pass\":null}", "null")]
    [InlineData("{\"pass\":7}", "wrong-type")]
    [InlineData("{\"pass\":true}", "wrong-type")]
    [InlineData("{\"pass\":{}}", "wrong-type")]
    [InlineData("{\"pass\":[\"x\"]}", "wrong-type")]
    [InlineData("{\"pass\":\"\"}", "empty")]
    [InlineData("{\"pass\":\"11010519491231002Y\"}", "too-long")]
    [InlineData("{\"pass\":\"\\ud800\"}", "invalid-utf8")]
    public void A_text_that_is_not_one_is_a_fault_of_its_member(string json, string fault)
    {
        var body = Parse(json);
        Assert.Null(body.Text("pass", 10));
        AssertOnly(body, "pass", fault);
    }

    [Fact]
    public void An_optional_member_may_be_absent_but_not_null()
    {
        var body = Parse("{\"pass\":null}");
        Assert.Null(body.Text("pass", 10, required: false));
        AssertOnly(body, "pass", "null");
    }

    [Theory]
    [InlineData("\"Office\"", "not-listed")]
    [InlineData("\"11010519491231002Y\"", "not-listed")]
    [InlineData("\"\"", "empty")]
    [InlineData("7", "wrong-type")]
    public void A_code_is_one_of_its_list(string value, string fault)
    {
        var body = Parse($"{{\"scene\":{value}}}");
        Assert.Null(body.Code("scene", ["office", "other"]));
        AssertOnly(body, "scene", fault);
    }

    [Theory]
    [InlineData("7", "holder", "wrong-type")]
    [InlineData("[]", "holder", "wrong-type")]
    [InlineData("null", "holder", "null")]
    [InlineData("{\"documentNumber\":\"11010519491231002X\"}", "holder.documentType", "missing")]
    [InlineData("{\"documentType\":\"library-card\",\"documentNumber\":\"1\"}", "holder.documentType", "not-listed")]
    [InlineData("{\"documentType\":\"resident-id\"}", "holder.documentNumber", "missing")]
    [InlineData("{\"documentType\":\"resident-id\",\"documentNumber\":11010519491231002}", "holder.documentNumber", "wrong-type")]
    [InlineData("{\"documentType\":\"resident-id\",\"documentNumber\":\" \"}", "holder.documentNumber", "empty")]
    [InlineData("{\"documentType\":\"resident-id\",\"documentNumber\":\"110105\"}", "holder.documentNumber", "length")]
    [InlineData("{\"documentType\":\"resident-id\",\"documentNumber\":\"11010519491231002Y\"}", "holder.documentNumber", "characters")]
    [InlineData("{\"documentType\":\"resident-id\",\"documentNumber\":\"110105194913310021\"}", "holder.documentNumber", "birth-date")]
    [InlineData("{\"documentType\":\"resident-id\",\"documentNumber\":\"110105194912310021\"}", "holder.documentNumber", "check-digit")]
    [InlineData("{\"documentType\":\"hmt-residence-permit\",\"documentNumber\":\"11010519491231002X\"}", "holder.documentNumber", "prefix")]
    [InlineData("{\"documentType\":\"resident-id\",\"documentNumber\":\"11010519491231002X\",\"x\":1}", "holder.x", "unknown-member")]
    [InlineData("{\"documentType\":\"resident-id\",\"documentNumber\":\"11010519491231002X\",\"11010519491231002Y\":1}", "holder.(unknown)", "unknown-member")]
    public void A_holder_with_a_fault_is_told_by_its_path(string holder, string field, string fault)
    {
        var body = Parse($"{{\"holder\":{holder}}}");
        var inner = body.Object("holder");
        inner?.Document();
        inner?.End();
        AssertOnly(body, field, fault);
    }

    [Theory]
    [InlineData("\"张*\"")]
    [InlineData("\" \"")]
    [InlineData("\"张\\u0000三\"")]
    public void A_name_that_is_none_is_a_fault(string name)
    {
        var body = Parse($"{{\"name\":{name}}}");
        Assert.Null(body.PersonName());
        AssertOnly(body, "name", "characters");
    }

    [Theory]
    [InlineData("张三")]
    [InlineData("𠮷野家")]
    [InlineData("O\\\"Neil \\\\ 张")]
    [InlineData("\\u5f20\\ud842\\udfb7")]
    public void A_question_says_what_was_asked_and_is_zero_once_it_is_disposed_of(string written)
    {
        var body = Parse($"{{\"name\":\" {written} \",\"documentType\":\"resident-id\",\"documentNumber\":\"１10105 19491231002x\"}}");
        var question = body.PersonQuestion()!;
        Assert.True(body.End());
        var asked = RequestBody.Parse(question.Json);
        Assert.Equal(Parse($"{{\"name\":\"{written}\"}}").PersonName(), asked.PersonName());
        Assert.Equal("11010519491231002X", asked.Document()!.Number);
        Assert.True(asked.End());
        Assert.Equal(PersonQuestion.Bytes, question.Json.Length);
        Assert.Equal(new(DocumentType.ResidentId, "11**************2X"), question.Document);
        question.Dispose();
        Assert.False(question.Json.Span.ContainsAnyExcept((byte)0));
    }

    [Fact]
    public void The_longest_name_fits_a_question()
    {
        foreach (var character in new[] { "\\\"", "𠮷" })
        {
            var body = Parse($"{{\"name\":\"{string.Concat(Enumerable.Repeat(character, 64))}\",\"documentType\":\"passport\",\"documentNumber\":\"E12345678\"}}");
            using var question = body.PersonQuestion()!;
            Assert.Equal(64, RequestBody.Parse(question.Json).PersonName()!.Value.EnumerateRunes().Count());
        }
    }

    [Theory]
    [InlineData("tru")]
    [InlineData("nulll")]
    [InlineData("faLse")]
    [InlineData("张三")]
    public void A_literal_that_is_none_is_told_by_its_place(string literal)
    {
        var body = Parse($"{{\"scene\":true,\n\"a\":{literal},\"name\":\"张三\"}}");
        Assert.Equal("malformed-json", body.Faults.Single().Fault);
        Assert.Contains("line 2", body.Faults[0].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\":[{\"b\":1},{\"c\":1,\"c\":2}]}", "a.c")]
    [InlineData("{\"a\":{\"b\":{\"c\":1}},\"d\":{\"b\":1,\"b\":2}}", "d.b")]
    public void A_member_that_stands_twice_is_told_by_its_path(string json, string path) => Assert.Equal(path, Parse(json).Faults.Single().Field);

    [Fact]
    public void All_faults_are_gathered()
    {
        var body = Parse("{\"scene\":\"x\",\"holder\":{},\"more\":1}");
        body.Text("pass", 10);
        body.Code("scene", ["office"]);
        body.Object("holder")!.Document();
        Assert.False(body.End());
        Assert.Equal(["pass", "scene", "holder.documentType", "holder.documentNumber", "more"], body.Faults.Select(f => f.Field));
    }

    [Fact]
    public void No_value_is_echoed_whatever_the_body() => Gen.OneOf("\"S\"", "[\"S\"]", "{\"S\":\"S\"}", "S", "{\"documentType\":\"S\",\"documentNumber\":\"S\"}", "{\"documentType\":\"passport\",\"documentNumber\":\"S\"}")
        .SelectMany(value => Gen.OneOf("pass", "scene", "holder", "name", "S").Select(name => $"{{\"{name}\":{value}}}".Replace("S", Secret, StringComparison.Ordinal)))
        .Sample(json =>
        {
            var body = Parse(json);
            body.Text("pass", 5);
            body.Code("scene", ["office"]);
            var holder = body.Object("holder");
            holder?.Document();
            holder?.End();
            body.PersonName();
            body.End();
            var problem = Encoding.UTF8.GetString(new Problem(ProblemType.BadRequest, null, body.Faults).ToJson("trace-1"));
            return !problem.Contains(Secret[..10], StringComparison.Ordinal);
        }, iter: 300);

    [Fact]
    public void Bytes_of_any_kind_are_read_without_an_exception() => Gen.Byte.Array[0, 60].Sample(bytes =>
    {
        var body = RequestBody.Parse((byte[])[.. "{\"pass\":\""u8, .. bytes, .. "\"}"u8]);
        body.Text("pass", 10);
        body.End();
    }, iter: 3000);

    private static RequestBody Parse(string json) => RequestBody.Parse(Encoding.UTF8.GetBytes(json));

    private static void AssertOnly(RequestBody body, string field, string fault)
    {
        Assert.Equal((field, fault), (Assert.Single(body.Faults).Field, body.Faults[0].Fault));
        Assert.DoesNotContain(Secret, body.Faults[0].ToString(), StringComparison.Ordinal);
    }
}
