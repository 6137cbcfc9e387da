from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('maps', '0002_placements_and_rest'),
    ]

    operations = [
        migrations.AddField(
            model_name='mapedit',
            name='said',
            field=models.CharField(blank=True, default='', max_length=64),
        ),
    ]
