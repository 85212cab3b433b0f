using HealthBao.Adapters.Files;
using HealthBao.Adapters.Regions.Hebei.Cities.Xingtai;
using HealthBao.Adapters.Tests.Regions.Hebei;

namespace HealthBao.Adapters.Tests.Files;

public sealed class BadRowTests : IDisposable
{
    private static readonly string Good = Delivery.Row("张桂英", People.Number(1));
    private readonly HebeiRoom room = new();

    public void Dispose() => room.Dispose();

    private NightlyFile Open() => new XingtaiSource(room.Context()).File;

    private static string[] Rows(int count, params (int Index, string Row)[] bad)
    {
        string[] rows = [.. Enumerable.Range(0, count).Select(n => Delivery.Row("张桂英", People.Number(n)))];
        foreach (var (index, row) in bad) rows[index] = row;
        return rows;
    }

    [Theory]
    [InlineData(",10,130502195003070011,1,,130502,20200301060000,20200301240000", 1, "XM")]
    [InlineData("张*,10,130502195003070011,1,,130502,20200301060000,20200301240000", 1, "XM")]
    [InlineData("张桂英,11,130502195003070011,1,,130502,20200301060000,20200301240000", 2, "ZJLX")]
    [InlineData("张桂英,10,130502195003070010,1,,130502,20200301060000,20200301240000", 3, "ZJHM")]
    [InlineData("张桂英,14,X12345678,1,,130502,20200301060000,20200301240000", 3, "ZJHM")]
    [InlineData("张桂英,20,E1234567,4,,130502,20200301060000,20200301240000", 4, "MS")]
    [InlineData("张桂英,20,E1234567,,,130502,20200301060000,20200301240000", 4, "MS")]
    [InlineData("张桂英,20,E1234567,1,,1305,20200301060000,20200301240000", 6, "XZQH")]
    [InlineData("张桂英,20,E1234567,1,,130502,20200230060000,20200301240000", 7, "GXSJ")]
    [InlineData("张桂英,20,E1234567,1,,130502,20200302000001,20200303240000", 7, "GXSJ")]
    [InlineData("张桂英,20,E1234567,1,,130502,20200301060000,2020-03-01", 8, "YXQZ")]
    [InlineData("张桂英,20,E1234567,1,,130502,20200301060000,20200228240000", 8, "YXQZ")]
    [InlineData("张桂英,20,E1234567,1,,130502,20200301060000", 8, "YXQZ")]
    [InlineData("张桂英,20,E1234567,1,,130502,20200301060000,20200301240000,x", 9, "")]
    [InlineData("\"张桂英,20,E1234567,1,,130502,20200301060000", 8, "YXQZ")]
    [InlineData("", 2, "ZJLX")]
    public async Task A_bad_row_is_named_by_line_and_column(string row, int column, string field)
    {
        var receipt = await Delivery.Of(Rows(1000, (499, row))).ToAsync(Open());

        Assert.Equal(new BadRow(501, column, field), Assert.Single(receipt.BadRows));
    }

    [Fact]
    public async Task One_bad_row_in_a_thousand_is_reported_and_the_file_is_taken()
    {
        var file = Open();
        var receipt = await Delivery.Of(Rows(1000, (0, "nothing"))).ToAsync(file);

        Assert.Equal((true, 1000L, 1L), (receipt.Accepted, receipt.Rows, receipt.BadRowCount));
        Assert.IsType<NightlyAnswer.Unknown>(file.Find(People.Name("张桂英"), People.Document(People.Number(0))));
        Assert.IsType<NightlyAnswer.Found>(file.Find(People.Name("张桂英"), People.Document(People.Number(1))));
    }

    [Fact]
    public async Task More_than_one_bad_row_in_a_thousand_refuses_the_file()
    {
        var file = Open();
        var receipt = await Delivery.Of(Rows(1999, (0, "nothing"), (1998, Good.Replace(",1,", ",9,", StringComparison.Ordinal)))).ToAsync(file);

        Assert.Equal((false, FileRefusal.TooManyBadRows), (receipt.Accepted, receipt.Reason));
        Assert.Equal([new BadRow(2, 2, "ZJLX"), new BadRow(2000, 4, "MS")], receipt.BadRows);
        Assert.IsType<NightlyAnswer.Late>(file.Find(People.Name("张桂英"), People.Document(People.Number(1))));
    }

    [Fact]
    public async Task Bytes_that_are_no_gb18030_make_their_row_bad_and_no_other()
    {
        var good = Delivery.Of(Rows(1000));
        var csv = (byte[])good.Csv.Clone();
        csv[Delivery.Header.Length + 2] = 0xFF;
        var receipt = await Delivery.OfBytes(csv, 1000).ToAsync(Open());

        Assert.True(receipt.Accepted);
        Assert.Equal(new BadRow(2, 1, "XM"), Assert.Single(receipt.BadRows));
    }

    [Fact]
    public async Task A_stray_quote_or_hash_does_not_swallow_the_rows_behind_it()
    {
        var file = Open();
        var receipt = await Delivery.Of(Rows(3000, (5, "\"" + Good), (6, "#" + Good.Replace("10,", "x,", StringComparison.Ordinal)))).ToAsync(file);

        Assert.Equal((true, 3000L), (receipt.Accepted, receipt.Rows));
        Assert.IsType<NightlyAnswer.Found>(file.Find(People.Name("张桂英"), People.Document(People.Number(2999))));
    }

    [Fact]
    public async Task A_person_whose_kind_of_document_nobody_can_be_asked_by_is_a_sound_row()
    {
        var receipt = await Delivery.Of(Delivery.Row("张桂英", "军字第12345号", kind: "99")).ToAsync(Open());

        Assert.Equal((true, 0L), (receipt.Accepted, receipt.BadRowCount));
    }

    [Fact]
    public async Task The_list_of_bad_rows_is_bounded_and_their_number_is_not()
    {
        var receipt = await Delivery.Of([.. Enumerable.Repeat("nothing", 500)]).ToAsync(Open());

        Assert.Equal((500L, FileReceipt.MaxBadRows), (receipt.BadRowCount, receipt.BadRows.Count));
    }
}
