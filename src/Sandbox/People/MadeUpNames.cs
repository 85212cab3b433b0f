namespace HealthBao.Sandbox.People;

/// <summary>Names put together from common surnames and characters; whoever bears one does so by chance.</summary>
internal static class MadeUpNames
{
    private static readonly string[] Surnames =
    [
        "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗",
        "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕",
        "欧阳", "司马", "上官", "诸葛", "皇甫", "令狐",
    ];

    private static readonly string[] Given =
    [
        "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "兰", "霞", "平",
        "刚", "桂", "英", "华", "玉", "梅", "红", "建", "国", "文", "辉", "鹏", "飞", "鑫", "波", "斌", "莉", "宇", "浩", "凯",
        "健", "俊", "帆", "雪", "云", "宁", "欣", "怡", "琳", "晨", "悦", "春", "秋", "冬", "海", "山", "林", "生", "德", "福",
    ];

    /// <summary>A surname and one or two characters.</summary>
    public static string Next(Random random)
    {
        var surname = Surnames[random.Next(Surnames.Length)];
        var first = Given[random.Next(Given.Length)];
        return random.Next(4) == 0 ? surname + first : surname + first + Given[random.Next(Given.Length)];
    }
}
